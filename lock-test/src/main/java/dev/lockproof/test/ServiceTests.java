package dev.lockproof.test;

import dev.lockproof.LockKey;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.LockServiceBuilder;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

/** What the tests of the lock service share. */
interface ServiceTests {

    /** The lease of those who lose it in a test. */
    LockOptions SHORT = LockOptions.DEFAULTS.withTtl(Duration.ofMillis(400)).withTimeout(Duration.ofSeconds(20));

    /** The lease of those who keep it: longer than a busy machine keeps what renews it waiting. */
    LockOptions RENEWED = LockOptions.DEFAULTS.withTtl(Duration.ofSeconds(2)).withRenew(true);

    LockOptions PATIENT = LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(20));

    LockOptions IMPATIENT = LockOptions.DEFAULTS.withTimeout(Duration.ofMillis(100));

    /** Gives the service under test. */
    LockService locks();

    /** Gives another service with a provider of its own, which stands for another process. */
    LockService otherLocks();

    /** Makes a further service with a provider of its own. */
    LockService newService(UnaryOperator<LockServiceBuilder> settings);

    default LockKey newKey() {
        return new LockKey("Thing:" + OwnerId.random());
    }

    /** Makes a thing that no other test uses. */
    default Thing newThing() {
        return new Thing(newKey());
    }

    /** Tells whether somebody could lock a thing now. */
    static boolean isFree(LockService locks, Thing thing) {
        return Threads.elsewhere(() -> {
            try (Thing.Held held = locks.tryAcquire(thing)) {
                return held != null;
            }
        });
    }

    /** Starts a thread that locks a thing, and returns when it waits. */
    static <V> FutureTask<V> startWaiting(LockService locks, Thing thing, LockOptions options, Use<V> use) {
        Threads.Work<V> waiter = Threads.start(() -> {
            try (Thing.Held held = locks.acquire(thing, options)) {
                return use.with(held);
            }
        });
        waiter.awaitWait();
        return waiter;
    }

    /** What is done under a lock. */
    interface Use<V> {
        V with(Thing.Held held);
    }
}
