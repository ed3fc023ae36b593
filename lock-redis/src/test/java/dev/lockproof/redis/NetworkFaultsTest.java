package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What connections and the network can do to a lock; docs/how-to/use-redis.md has the table of it. */
@Timeout(120)
class NetworkFaultsTest extends FaultFixture {

    @Test
    void connectionsThatAreKilledAreReplaced() {
        try (RedisLockProvider patient = RedisLockProvider.of(server.uri())) {
            Lease lease = acquire(patient, LONG);
            for (int i = 0; i < 5; i++) {
                server.commands().clientKill(KillArgs.Builder.typeNormal().skipme());
                assertThat(patient.renew(lease, LONG)).isTrue();
            }
            server.commands().clientKill(KillArgs.Builder.typeNormal().skipme());
            patient.release(lease);
            acquireInTheEnd(other);
        }
    }

    @Test
    void whoWaitsIsWokenAfterTheConnectionForMessagesWasKilled() {
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(provider, LONG);
        OwnerId waiter = OwnerId.random();
        Subscription waiting = other.await(key, waiter, woken::incrementAndGet);
        server.commands().clientKill(KillArgs.Builder.typePubsub());
        Await.until("the waiter is woken by the new connection", () -> woken.get() == 1);
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        provider.release(lease);
        Await.until("the waiter is woken by the release", () -> woken.get() == 2);
        waiting.close();
    }

    @Test
    void whoCannotBeToldOfItsTurnAsksWithinIt() {
        server.commands()
                .aclSetuser(
                        "deaf",
                        AclSetuserArgs.Builder.on()
                                .addPassword("secret7")
                                .allKeys()
                                .allCommands()
                                .resetChannels());
        OwnerId waiter = OwnerId.random();
        Lease lease = acquire(provider, LONG);
        try (RedisLockProvider deaf = RedisLockProvider.of("redis://deaf:secret7@127.0.0.1:" + server.port())) {
            Subscription waiting = deaf.await(key, waiter, () -> {});
            assertThat(retryAfter(deaf, waiter)).isLessThan(Script.KEPT);
            waiting.close();
        }
        Subscription waiting = other.await(key, waiter, () -> {});
        assertThat(retryAfter(other, waiter)).isGreaterThan(Script.KEPT);
        waiting.close();
        provider.release(lease);
    }

    private Duration retryAfter(RedisLockProvider from, OwnerId owner) {
        return ((Attempt.Busy) from.tryAcquire(key, owner, LONG)).retryAfter();
    }

    @Test
    void aNetworkThatIsCutFailsAtOnceOrAtTheTimeoutAndNothingIsLost() {
        Lease lease = acquire(provider, LONG);
        network.cut();
        assertThatThrownBy(() -> provider.renew(lease, LONG)).isInstanceOf(LockBackendException.class);
        assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
        provider.release(lease);
        network.heal();
        assertThat(acquireInTheEnd(other).token()).isGreaterThan(lease.token());
    }

    @Test
    void aReleaseArrivesAlthoughTheNetworkWasAwayForLongerThanTheTimeout() {
        Lease lease = acquire(provider, LONG);
        network.cut();
        provider.release(lease);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> provider.renew(lease, LONG)).isInstanceOf(LockBackendException.class);
        }
        network.heal();
        acquireInTheEnd(other);
    }

    /** The server counts it among those who listen until it notices that it is gone. */
    @Test
    void whoEndsItsWaitUnheardPassesOnWhatItIsHanded() {
        Lease lease = acquire(other, LONG);
        OwnerId waiter = OwnerId.random();
        Subscription waiting = provider.await(key, waiter, () -> {});
        assertThat(provider.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        network.silence();
        waiting.close();
        other.release(lease);
        Await.until(
                "it is granted to the waiter", () -> StoredLock.of(server, key).isHeldBy(waiter));
        network.cut();
        network.heal();
        acquireInTheEnd(other);
    }

    @Test
    void aNetworkThatIsSilentIsLikeAServerThatStops() {
        Lease lease = acquire(provider, LONG);
        network.silence();
        assertThatThrownBy(() -> provider.renew(lease, LONG))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("did not answer in time");
        network.heal();
        assertThat(provider.renew(lease, LONG)).isTrue();
    }

    @Test
    void aSlowNetworkOnlyTakesTime() {
        network.slowDown(Duration.ofMillis(100));
        Lease lease = acquire(provider, LONG);
        assertThat(provider.renew(lease, LONG)).isTrue();
        assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
        provider.release(lease);
        acquireInTheEnd(other);
    }

    /** The lease in the server must not last longer than the one that the client believes in, nor the other way round. */
    @Test
    void anInterruptedThreadStillLearnsWhatBecameOfItsRequest() throws Exception {
        FutureTask<Lease> task = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            Lease lease = acquire(provider, LONG);
            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
            return lease;
        });
        Thread thread = new Thread(task, "interrupted");
        thread.start();
        Lease lease = task.get(30, TimeUnit.SECONDS);
        assertThat(provider.renew(lease, LONG)).isTrue();
    }
}
