package dev.lockproof.test;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of lock providers share. */
interface ProviderTests {

    /** How long leases last in tests that let them run out. */
    Duration TTL = Duration.ofSeconds(2);

    /** When such a lease has ended for sure. */
    Duration PAST_TTL = TTL.plusMillis(200);

    /** Gives the provider under test. */
    LockProvider provider();

    /** Gives another provider of the same backend, which stands for another process. */
    LockProvider otherProvider();

    /** Lets time pass in the backend. */
    void advance(Duration time);

    /** Moves the backend's clock back, or aborts the test. */
    void jumpBack(Duration time);

    /** Tells how long a wake-up may take. */
    Duration wakeUpLimit();

    /** Makes a key that no other test uses. */
    default LockKey newKey() {
        return new LockKey("test:" + OwnerId.random());
    }

    default Attempt attempt(LockProvider provider, LockKey key, OwnerId owner) {
        return provider.tryAcquire(key, owner, TTL);
    }

    /** Takes a lease that must be free. */
    default Lease acquire(LockProvider provider, LockKey key) {
        return granted(attempt(provider, key, OwnerId.random()));
    }

    default Lease acquireInTheEnd(LockProvider provider, LockKey key) {
        return grantInTheEnd(provider, key).lease();
    }

    /** Begins to wait for a key that is held: whoever watches it asks once more. */
    default Subscription waitFor(LockProvider provider, LockKey key, OwnerId owner, AtomicInteger woken) {
        Subscription subscription = provider.await(key, owner, woken::incrementAndGet);
        busy(attempt(provider, key, owner));
        return subscription;
    }

    default Attempt.Granted grantInTheEnd(LockProvider provider, LockKey key) {
        return grantInTheEnd(provider, key, OwnerId.random());
    }

    /** A release of another process may still be on its way, or the key be kept for somebody who does not come. */
    default Attempt.Granted grantInTheEnd(LockProvider provider, LockKey key, OwnerId owner) {
        List<Attempt.Granted> granted = new ArrayList<>();
        Eventually.until("the lock " + key + " is free", () -> {
            if (attempt(provider, key, owner) instanceof Attempt.Granted grant) {
                granted.add(grant);
            }
            return !granted.isEmpty();
        });
        return granted.get(0);
    }

    default boolean isFree(LockProvider provider, LockKey key) {
        Attempt attempt = attempt(provider, key, OwnerId.random());
        if (attempt instanceof Attempt.Granted granted) {
            provider.release(granted.lease());
            return true;
        }
        return false;
    }

    static Lease granted(Attempt attempt) {
        if (attempt instanceof Attempt.Granted granted) {
            return granted.lease();
        }
        throw new AssertionError("Not granted: " + attempt);
    }

    static Attempt.Busy busy(Attempt attempt) {
        if (attempt instanceof Attempt.Busy busy) {
            return busy;
        }
        throw new AssertionError("Not busy: " + attempt);
    }
}
