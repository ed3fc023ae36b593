package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.AclSetuserArgs;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits in the queues of independent servers, and when it leaves them. */
@Timeout(120)
class RedlockQueuesTest {

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

    private Lease acquire() {
        return ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), LONG)).lease();
    }

    private RedisServer server(int number) {
        return servers.servers().get(number);
    }

    @Test
    void whoCannotBeToldByAMajorityAsksWithinItsTurn() {
        Lease lease = acquire();
        assertThat(retryAfter(other)).isGreaterThan(Script.KEPT);
        for (int i = 0; i < 3; i++) {
            server(i).commands().aclSetuser("default", AclSetuserArgs.Builder.resetChannels());
        }
        try (LockProvider deaf = servers.connect()) {
            assertThat(retryAfter(deaf)).isLessThan(Script.KEPT);
        }
        provider.release(lease);
    }

    /**
     * Otherwise the servers could keep the key for different ones, and none of these would have most of them. Two of the servers
     * grant the lock, which is given back.
     */
    @Test
    void whoWaitsHasTheSamePlaceOnAllServers() {
        Lease lease = acquire();
        for (RedisServer each : servers.servers()) {
            Await.until("it is held there", () -> !StoredLock.of(each, key).isFree());
        }
        server(3).commands().del(StoredLock.name(key));
        server(4).commands().del(StoredLock.name(key));
        OwnerId waiter = OwnerId.random();
        LockProvider.Subscription waiting = other.await(key, waiter, () -> {});
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        String queue = Keys.of("lp", key).queue();
        Set<Double> places = new HashSet<>();
        for (RedisServer each : servers.servers()) {
            Await.until("it waits there", () -> each.commands().zcard(queue) == 1);
            places.add(each.commands().zrangeWithScores(queue, 0, -1).get(0).getScore());
        }
        assertThat(places).hasSize(1);
        waiting.close();
        provider.release(lease);
    }

    /** Otherwise the next release there would keep the key for one that has the lock by the others, and waits no more. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoIsGrantedTheLockLeavesTheQueueOfAServerThatRefusesItEvenLater(boolean isLater) {
        Lease lease = acquire();
        for (RedisServer each : servers.servers()) {
            Await.until("it is held there", () -> !StoredLock.of(each, key).isFree());
        }
        OwnerId waiter = OwnerId.random();
        LockProvider.Subscription waiting = other.await(key, waiter, () -> {});
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        String queue = Keys.of("lp", key).queue();
        Await.until("it waits there", () -> server(4).commands().zcard(queue) == 1);
        for (int i = 0; i < 4; i++) {
            server(i).commands().del(StoredLock.name(key));
        }
        if (isLater) {
            server(4).pause();
        }
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Granted.class);
        waiting.close();
        server(4).resume();
        Await.until("it waits no more there", () -> {
            // Nobody is forgotten by the time.
            server(4).commands().persist(queue);
            return server(4).commands().exists(queue) == 0;
        });
        assertThat(StoredLock.of(server(4), key).isHeldBy(lease.owner())).isTrue();
    }

    @Test
    void whoIsClosedWaitsNoMore() {
        Lease lease = acquire();
        LockProvider late = servers.connect();
        OwnerId waiter = OwnerId.random();
        LockProvider.Subscription waiting = late.await(key, waiter, () -> {});
        assertThat(late.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        String queue = Keys.of("lp", key).queue();
        for (RedisServer each : servers.servers()) {
            Await.until("it waits there", () -> each.commands().zcard(queue) == 1);
        }
        late.close();
        waiting.close();
        assertThat(servers.servers())
                .allSatisfy(each -> assertThat(each.commands().exists(queue)).isZero());
        provider.release(lease);
    }

    private Duration retryAfter(LockProvider from) {
        OwnerId waiter = OwnerId.random();
        LockProvider.Subscription waiting = from.await(key, waiter, () -> {});
        try {
            return ((Attempt.Busy) from.tryAcquire(key, waiter, LONG)).retryAfter();
        } finally {
            waiting.close();
        }
    }
}
