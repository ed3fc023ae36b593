package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.KillArgs;
import io.lettuce.core.MigrateArgs;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits hears of releases whatever becomes of the connections to a cluster, and of the places of its keys. */
@Timeout(120)
class ClusterWakeUpsTest {

    private static final Duration TTL = Duration.ofMinutes(5);

    private final RedisCluster cluster = RedisCluster.start(RedisServer.Version.NEW);
    private final RedisServer first = cluster.servers().get(0);
    private final RedisServer second = cluster.servers().get(1);
    private RedisLockProvider holder;
    private RedisLockProvider other;

    @BeforeEach
    void connect() {
        holder = RedisLockProvider.ofCluster(first.uri());
        other = RedisLockProvider.ofCluster(first.uri());
    }

    @AfterEach
    void close() {
        holder.close();
        other.close();
        cluster.close();
    }

    /** Somebody holds a key, and somebody else waits for it. */
    private static final class Waiting {

        final RedisLockProvider holder;
        final RedisLockProvider other;
        final LockKey key;
        final OwnerId waiter = OwnerId.random();
        final AtomicInteger woken = new AtomicInteger();
        final Lease held;
        final Subscription subscription;

        Waiting(RedisLockProvider holder, RedisLockProvider other, LockKey key) {
            this.holder = holder;
            this.other = other;
            this.key = key;
            this.held = ((Attempt.Granted) holder.tryAcquire(key, OwnerId.random(), TTL)).lease();
            this.subscription = other.await(key, waiter, woken::incrementAndGet);
        }

        /** Asks, which puts it in the queue, and tells whether it may take its time until it asks again. */
        boolean isHeard() {
            Attempt.Busy busy = (Attempt.Busy) other.tryAcquire(key, waiter, TTL);
            return busy.retryAfter().compareTo(Leases.ASK_IF_DEAF) > 0;
        }

        void releaseAndAwaitWakeUp() {
            int before = woken.get();
            holder.release(held);
            Await.until("the waiter is woken by the release", () -> woken.get() > before);
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Granted.class);
            subscription.close();
        }
    }

    private Waiting waiting(LockKey key) {
        return new Waiting(holder, other, key);
    }

    /** Gives keys in different slots of the first server. */
    private static List<LockKey> keys() {
        return IntStream.range(0, Integer.MAX_VALUE)
                .mapToObj(number -> new LockKey("key " + number))
                .filter(key -> slotOf(key) < SlotHash.SLOT_COUNT / 3)
                .limit(3)
                .toList();
    }

    private static int slotOf(LockKey key) {
        return SlotHash.getSlot(StoredLock.name(key));
    }

    /** The client listens again on all channels of a server by one command, which a cluster refuses for different slots. */
    @Test
    void whoWaitsForSeveralKeysOfAServerIsWokenAfterTheConnectionToItBroke() {
        List<Waiting> all = keys().stream().map(this::waiting).toList();
        assertThat(all).allMatch(Waiting::isHeard);
        first.commands().clientKill(KillArgs.Builder.typePubsub());
        for (Waiting each : all) {
            Await.until("it is heard again", each::isHeard);
            each.releaseAndAwaitWakeUp();
        }
    }

    @Test
    void whoWaitsForAKeyIsWokenAfterThatMovedToAnotherServer() {
        Waiting waiting = waiting(keys().get(0));
        assertThat(waiting.isHeard()).isTrue();
        move(waiting.key);
        Await.until("it is heard at the other server", waiting::isHeard);
        waiting.releaseAndAwaitWakeUp();
    }

    @Test
    void whoMayNotBeCountedAmongThoseWhoListenAsksWithinItsTurn() {
        for (RedisServer server : cluster.servers()) {
            server.commands().aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.PUBSUB));
        }
        Waiting waiting = waiting(keys().get(0));
        assertThat(waiting.isHeard()).isFalse();
        waiting.releaseAndAwaitWakeUp();
    }

    /** As while servers are upgraded one by one, or where one did not tell about itself in time. */
    @Test
    void processesOfWhichSomeUseShardedChannelsWakeEachOther() {
        for (RedisServer server : cluster.servers()) {
            server.commands().aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.INFO));
        }
        try (RedisLockProvider unsharded = RedisLockProvider.ofCluster(first.uri())) {
            for (Waiting each : List.of(
                    new Waiting(holder, unsharded, keys().get(0)), new Waiting(unsharded, other, keys().get(1)))) {
                assertThat(each.isHeard()).isTrue();
                each.releaseAndAwaitWakeUp();
            }
        }
    }

    private void move(LockKey key) {
        int slot = slotOf(key);
        String from = first.commands().clusterMyId();
        String to = second.commands().clusterMyId();
        second.commands().clusterSetSlotImporting(slot, from);
        first.commands().clusterSetSlotMigrating(slot, to);
        List<String> keys = first.commands().clusterGetKeysInSlot(slot, 10);
        first.commands().migrate("127.0.0.1", second.port(), 0, TTL.toMillis(), new MigrateArgs<String>().keys(keys));
        second.commands().clusterSetSlotNode(slot, to);
        first.commands().clusterSetSlotNode(slot, to);
    }
}
