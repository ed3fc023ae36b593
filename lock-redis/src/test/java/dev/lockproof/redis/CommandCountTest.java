package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What locks cost the server, as it counts itself. */
@Timeout(60)
class CommandCountTest {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final int ROUNDS = 20;

    private final RedisServer server = RedisServer.start(RedisServer.Version.NEW);
    private final RedisLockProvider provider = RedisLockProvider.of(server.uri());

    @BeforeEach
    void letTheServerSeeTheScripts() {
        provider.release(acquire(new LockKey("first")));
        provider.await(new LockKey("first"), OwnerId.random(), () -> {}).close();
        Await.until(
                "all is released",
                () -> StoredLock.of(server, new LockKey("first")).isFree());
        server.commands().configResetstat();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void anAcquisitionAndItsReleaseAreTwoCommands() {
        for (int i = 0; i < ROUNDS; i++) {
            provider.release(acquire(new LockKey("key " + i)));
            awaitScripts(2 * (i + 1));
        }
        assertThat(sent()).containsOnlyKeys("evalsha");
    }

    /** What comes next might go together with a release that is not on its way yet. */
    private void awaitScripts(int count) {
        Await.until("the release has arrived", () -> sent().getOrDefault("evalsha", 0) == count);
    }

    @Test
    void aWaitCostsTwoCommandsMore() {
        LockKey key = new LockKey("key");
        for (int i = 0; i < ROUNDS; i++) {
            Lease held = acquire(key);
            OwnerId owner = OwnerId.random();
            assertThat(provider.tryAcquire(key, owner, TTL)).isInstanceOf(Attempt.Busy.class);
            AtomicInteger woken = new AtomicInteger();
            Subscription waiting = provider.await(key, owner, woken::incrementAndGet);
            assertThat(provider.tryAcquire(key, owner, TTL)).isInstanceOf(Attempt.Busy.class);
            provider.release(held);
            Await.until("the waiter is woken", () -> woken.get() > 0);
            provider.release(granted(provider.tryAcquire(key, owner, TTL)));
            waiting.close();
            awaitScripts(5 * (i + 1));
        }
        assertThat(sent()).containsOnlyKeys("evalsha");
    }

    @Test
    void theServerKeepsOnlyTheLastToken() {
        for (int i = 0; i < ROUNDS; i++) {
            LockKey key = new LockKey("key " + i);
            provider.release(acquire(key));
            Await.until("it is released", () -> StoredLock.of(server, key).isFree());
        }
        assertThat(server.commands().keys("*")).hasSize(ROUNDS + 1).allMatch(key -> key.endsWith("}:l"));
        assertThat(server.commands().pttl(StoredLock.name(new LockKey("key 0"))))
                .isBetween(Duration.ofDays(6).toMillis(), Duration.ofDays(8).toMillis());
        assertThat(provider.size()).isZero();
    }

    /** A token that is forgotten while its lease lasts could be given again. */
    @Test
    void aRenewalKeepsTheTokenForLonger() {
        Lease lease = acquire(new LockKey("key"));
        server.commands().pexpire(StoredLock.name(new LockKey("key")), TTL.toMillis());
        assertThat(provider.renew(lease, TTL)).isTrue();
        assertThat(server.commands().pttl(StoredLock.name(new LockKey("key"))))
                .isGreaterThan(Duration.ofDays(6).toMillis());
    }

    /** Who asks for the first lock waits no longer than who asks for another. */
    @Test
    void theServerLearnsTheScriptAtTheStart() {
        server.commands().scriptFlush();
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            server.commands().configResetstat();
            granted(other.tryAcquire(new LockKey("key"), OwnerId.random(), TTL));
            assertThat(sent()).containsOnlyKeys("evalsha");
            awaitScripts(1);
        }
    }

    @Test
    void aForgottenScriptIsSentAgain() {
        server.commands().scriptFlush();
        Lease held = acquire(new LockKey("key"));
        server.commands().scriptFlush();
        provider.release(held);
        Lease next = acquire(new LockKey("key"));
        assertThat(next.token()).isGreaterThan(held.token());
        server.commands().scriptFlush();
        assertThat(provider.renew(next, TTL)).isTrue();
    }

    private Lease acquire(LockKey key) {
        return granted(provider.tryAcquire(key, OwnerId.random(), TTL));
    }

    private static Lease granted(Attempt attempt) {
        return ((Attempt.Granted) attempt).lease();
    }

    /** Counts the commands of clients; those that a script calls, and this test's own, are left out. */
    private Map<String, Integer> sent() {
        Map<String, Integer> counts = new TreeMap<>();
        server.commands().info("commandstats").lines().forEach(line -> {
            if (line.startsWith("cmdstat_")) {
                String name = line.substring("cmdstat_".length(), line.indexOf(':'));
                counts.put(name, Integer.parseInt(line.replaceAll("[^:]*:calls=(\\d+).*", "$1")));
            }
        });
        counts.keySet()
                .removeAll(Set.of(
                        "info",
                        "config|resetstat",
                        "exists",
                        "get",
                        "set",
                        "time",
                        "zadd",
                        "zrem",
                        "zpopmin",
                        "zrange",
                        "pexpire",
                        "publish",
                        "pubsub|numsub",
                        "keys"));
        return counts;
    }
}
