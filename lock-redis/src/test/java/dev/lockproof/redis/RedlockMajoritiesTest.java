package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.TcpProxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of five servers of which each reaches only three: each three there are, one after any other. */
@Timeout(300)
class RedlockMajoritiesTest {

    private static final int SERVERS = 5;
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final long FUTURE = 4_000_000_000_000_000L;

    private final List<RedisServer> servers = IntStream.range(0, SERVERS)
            .mapToObj(i -> RedisServer.start(RedisServer.Version.NEW))
            .toList();
    private final List<TcpProxy> cutNetworks =
            servers.stream().map(server -> TcpProxy.to(server.port())).toList();
    private final Map<Set<Integer>, RedlockProvider> clients = new LinkedHashMap<>();

    @AfterEach
    void stop() {
        clients.values().forEach(RedlockProvider::close);
        cutNetworks.forEach(TcpProxy::close);
        servers.forEach(RedisServer::close);
    }

    private void connectOneForEachMajority() {
        cutNetworks.forEach(TcpProxy::cut);
        for (int one = 0; one < SERVERS; one++) {
            for (int other = one + 1; other < SERVERS; other++) {
                for (int third = other + 1; third < SERVERS; third++) {
                    Set<Integer> reached = new TreeSet<>(Set.of(one, other, third));
                    clients.put(reached, connect(reached));
                }
            }
        }
    }

    private RedlockProvider connect(Set<Integer> reached) {
        List<String> uris = IntStream.range(0, SERVERS)
                .map(i -> reached.contains(i)
                        ? servers.get(i).port()
                        : cutNetworks.get(i).port())
                .mapToObj(port -> "redis://127.0.0.1:" + port)
                .toList();
        return RedlockProvider.builder(uris.get(0), uris.get(1), uris.get(2), uris.get(3), uris.get(4))
                .serverTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Those that the second one doesn't reach have seen the largest token: it hears of that only by the write-back. */
    @Test
    void tokensGrowFromAnyMajorityToAnyOther() {
        connectOneForEachMajority();
        assertThat(clients).hasSize(10);
        clients.forEach((first, client) -> clients.forEach((second, next) -> {
            LockKey key = new LockKey("Account:" + OwnerId.random());
            for (int i = 0; i < SERVERS; i++) {
                setFence(i, key, FUTURE + (second.contains(i) ? 5 : 100));
            }
            Lease earlier = acquire(client, key);
            client.release(earlier);
            assertThat(acquire(next, key).token())
                    .as("the token of %s, after %s", second, first)
                    .isGreaterThan(earlier.token());
        }));
    }

    private void setFence(int server, LockKey key, long token) {
        StoredLock.free(servers.get(server), key, token);
    }

    /** A lease is held by one of any two majorities, as they share a server. */
    @Test
    void noMajorityGrantsWhatAnotherHasGranted() {
        connectOneForEachMajority();
        clients.forEach((first, client) -> {
            LockKey key = new LockKey("Account:" + OwnerId.random());
            Lease held = acquire(client, key);
            clients.forEach((second, next) -> assertThat(next.tryAcquire(key, OwnerId.random(), TTL))
                    .as("what %s says, while %s has granted the lock", second, first)
                    .isInstanceOf(Attempt.Busy.class));
            assertThat(client.renew(held, TTL)).isTrue();
        });
    }

    private static Lease acquire(RedlockProvider client, LockKey key) {
        OwnerId owner = OwnerId.random();
        AtomicReference<Lease> lease = new AtomicReference<>();
        Await.until("the lock is free", () -> {
            if (client.tryAcquire(key, owner, TTL) instanceof Attempt.Granted granted) {
                lease.set(granted.lease());
            }
            return lease.get() != null;
        });
        return lease.get();
    }
}
