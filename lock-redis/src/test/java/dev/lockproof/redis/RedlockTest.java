package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.TcpProxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a majority of independent servers promises, and where it ends. */
@Timeout(120)
class RedlockTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final LockKey key = new LockKey("Account:" + OwnerId.random());
    private final Servers servers = Servers.independent(5, Duration.ofMillis(500));
    private final LockProvider provider = servers.connect();
    private final LockProvider other = servers.connect();

    @AfterEach
    void stop() {
        servers.servers().forEach(RedisServer::resume);
        provider.close();
        other.close();
        servers.close();
    }

    private Lease acquire(LockProvider from) {
        OwnerId owner = OwnerId.random();
        AtomicReference<Lease> lease = new AtomicReference<>();
        Await.until("the lock is free", () -> {
            if (from.tryAcquire(key, owner, LONG) instanceof Attempt.Granted granted) {
                lease.set(granted.lease());
            }
            return lease.get() != null;
        });
        return lease.get();
    }

    private Lease acquireWhenConnected(LockProvider from) {
        AtomicReference<Lease> lease = new AtomicReference<>();
        Await.until("enough servers are connected", () -> {
            try {
                lease.set(acquire(from));
                return true;
            } catch (LockBackendException e) {
                return false;
            }
        });
        return lease.get();
    }

    private boolean isRefused(Lease lease) {
        try {
            return !provider.renew(lease, LONG);
        } catch (LockBackendException e) {
            return false;
        }
    }

    private RedisServer server(int number) {
        return servers.servers().get(number);
    }

    private void setFence(int number, long token) {
        StoredLock.free(server(number), key, token);
    }

    /** A server may take as long for one answer as it may for a vote. */
    @Test
    void theServersLearnTheScriptBeforeTheyVote() {
        servers.servers().forEach(each -> each.commands().scriptFlush());
        try (LockProvider late = servers.connect()) {
            Lease unused = acquireWhenConnected(late);
            Await.until(
                    "all servers have voted",
                    () -> servers.servers().stream()
                            .noneMatch(each -> StoredLock.of(each, key).isFree()));
        }
        assertThat(servers.servers())
                .allSatisfy(
                        each -> assertThat(each.commands().info("commandstats")).doesNotContain("cmdstat_eval:"));
    }

    @Test
    void whoIsClosedConnectsToNobodyAnyMore() {
        server(0).kill();
        LockProvider late = servers.connect();
        late.close();
        long nextTry = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
        while (System.nanoTime() - nextTry < 0) {
            assertThatThrownBy(() -> late.tryAcquire(key, OwnerId.random(), LONG))
                    .isInstanceOf(LockBackendException.class);
        }
    }

    /** Without the write-back, the second one gets a token of the three servers that never saw the first one's. */
    @Test
    void tokensGrowAlsoWhenServersDisagreeAboutTheLast() {
        long future = 4_000_000_000_000_000L;
        setFence(0, future + 100);
        for (int i = 1; i < 5; i++) {
            setFence(i, future + 5);
        }
        server(3).pause();
        server(4).pause();
        Lease first = acquire(provider);
        assertThat(first.token()).isGreaterThan(future + 100);
        provider.release(first);
        server(3).resume();
        server(4).resume();
        server(0).pause();
        server(1).pause();
        Lease second = acquire(other);
        assertThat(second.token()).isGreaterThan(first.token());
    }

    @Test
    void aLockIsGrantedWhileAnyTwoOfFiveServersAreAway() {
        for (int i = 0; i < 5; i++) {
            server(i).pause();
            server((i + 1) % 5).pause();
            Lease lease = acquire(provider);
            assertThat(other.tryAcquire(key, OwnerId.random(), LONG)).isInstanceOf(Attempt.Busy.class);
            assertThat(provider.renew(lease, LONG)).isTrue();
            provider.release(lease);
            server(i).resume();
            server((i + 1) % 5).resume();
        }
        acquire(other);
    }

    @Test
    void aLockIsNotGrantedByAMinority() {
        server(0).pause();
        server(1).pause();
        server(2).pause();
        assertThatThrownBy(() -> provider.tryAcquire(key, OwnerId.random(), LONG))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining("2 of 5 servers answered, and 3 are needed");
        server(0).resume();
        server(1).resume();
        server(2).resume();
        acquire(other);
    }

    /** What an attempt got without a majority is given back, so that nobody waits for it to run out. */
    @Test
    void aFailedAttemptLeavesNothingLocked() {
        Lease lease = acquire(provider);
        server(3).commands().del(StoredLock.name(key));
        server(4).commands().del(StoredLock.name(key));
        assertThat(other.tryAcquire(key, OwnerId.random(), LONG)).isInstanceOf(Attempt.Busy.class);
        Await.until(
                "what it got is given back", () -> StoredLock.of(server(3), key).isFree());
        assertThat(provider.renew(lease, LONG)).isTrue();
    }

    @Test
    void aHolderThatLostTheMajorityIsTold() {
        Lease lease = acquire(provider);
        for (int i = 0; i < 3; i++) {
            server(i).commands().del(StoredLock.name(key));
        }
        assertThat(provider.renew(lease, LONG)).isFalse();
        assertThat(provider.advance(lease, lease.token() + 10)).isInstanceOf(Attempt.Busy.class);
    }

    /** Two still know of the lease, one does not, and the others don't say. */
    @Test
    void whatTooFewServersSayOfALeaseIsAFailureAndNoLoss() {
        Lease lease = acquire(provider);
        for (RedisServer each : servers.servers()) {
            Await.until("it is held there", () -> !StoredLock.of(each, key).isFree());
        }
        server(0).commands().del(StoredLock.name(key));
        server(1).pause();
        server(2).pause();
        assertThatThrownBy(() -> provider.advance(lease, lease.token() + 10))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining("3 are needed");
        assertThatThrownBy(() -> provider.renew(lease, LONG))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("3 are needed");
    }

    @Test
    void aServerThatWasAwayAtTheStartTakesPartWhenItIsBack() {
        server(0).kill();
        server(1).kill();
        try (LockProvider late = servers.connect()) {
            late.release(acquire(late));
            server(0).restart();
            server(1).restart();
            server(2).pause();
            server(3).pause();
            acquireWhenConnected(late);
        }
    }

    @Test
    void tooFewServersAtTheStartAreSaid() {
        server(0).kill();
        server(1).kill();
        server(2).kill();
        assertThatThrownBy(servers::connect)
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("2 of 5 servers can be used, and 3 are needed");
    }

    /** The limit of the algorithm, as its documentation says: a server that forgets may vote twice. The token still grows. */
    @Test
    void aServerThatForgetsMayLetTwoBelieveAndTheTokenTellsThemApart() {
        server(3).kill();
        server(4).kill();
        Lease first = acquire(provider);
        server(2).restartEmpty();
        server(3).restart();
        server(4).restart();
        Lease second = acquireWhenConnected(other);
        assertThat(second.token()).isGreaterThan(first.token());
        Await.until("the earlier holder is told", () -> isRefused(first));
    }

    /** It would be granted when it has all but run out; and both rounds of it were carried out. */
    @Test
    void aLeaseThatComesTooLateIsNotGranted() {
        TcpProxy slow = TcpProxy.to(server(0).port());
        RedlockProvider late = RedlockProvider.builder(
                        "redis://127.0.0.1:" + slow.port(),
                        server(1).uri(),
                        server(2).uri())
                .serverTimeout(Duration.ofSeconds(5))
                .build();
        try (slow;
                late) {
            server(2).kill();
            late.release(acquire(late));
            slow.slowDown(Duration.ofMillis(300));
            Attempt attempt = late.tryAcquire(key, OwnerId.random(), Duration.ofSeconds(1));
            assertThat(attempt).isInstanceOf(Attempt.Busy.class);
        }
    }
}
