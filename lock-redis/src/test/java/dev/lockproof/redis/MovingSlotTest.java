package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.MigrateArgs;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While a cluster moves the keys of a lock to another server, it carries out nothing that names two of them. */
@Timeout(120)
class MovingSlotTest {

    private static final Duration TTL = Duration.ofMinutes(5);

    private final LockKey key = new LockKey("Account:42");
    private final int slot = SlotHash.getSlot(StoredLock.name(key));
    private final RedisCluster cluster = RedisCluster.start(RedisServer.Version.NEW);
    private final RedisLockProvider provider =
            RedisLockProvider.ofCluster(cluster.servers().get(0).uri());
    private final Lease lease = ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
    private final RedisServer from = cluster.servers().stream()
            .filter(server -> !server.commands().keys(StoredLock.name(key)).isEmpty())
            .findAny()
            .orElseThrow();
    private final RedisServer to = cluster.servers().stream()
            .filter(server -> server != from)
            .findAny()
            .orElseThrow();

    @AfterEach
    void stop() {
        provider.close();
        cluster.close();
    }

    private void setSlot(RedisServer server, String state, RedisServer other) {
        server.commands()
                .dispatch(
                        CommandType.CLUSTER,
                        new StatusOutput<>(StringCodec.UTF8),
                        new CommandArgs<>(StringCodec.UTF8)
                                .add("SETSLOT")
                                .add(slot)
                                .add(state)
                                .add(other.commands().clusterMyId()));
    }

    private void beginToMove() {
        setSlot(to, "IMPORTING", from);
        setSlot(from, "MIGRATING", to);
    }

    private void endToMove() {
        setSlot(to, "NODE", to);
        setSlot(from, "NODE", to);
    }

    private void moveKeys() {
        from.commands()
                .migrate("127.0.0.1", to.port(), 0, 1_000, MigrateArgs.Builder.<String>keys(StoredLock.name(key)));
    }

    private void awaitRefusal(RedisServer server) {
        Await.until(
                "it can't be carried out yet",
                () -> server.commands().info("errorstats").contains("errorstat_TRYAGAIN"));
    }

    @Test
    void aRenewalWaitsUntilTheyAreThere() {
        beginToMove();
        CompletableFuture<Boolean> renewed = CompletableFuture.supplyAsync(() -> provider.renew(lease, TTL));
        awaitRefusal(from);
        moveKeys();
        awaitRefusal(to);
        endToMove();
        assertThat(renewed.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void aReleaseArrivesWhenTheyAreThere() {
        beginToMove();
        provider.release(lease);
        awaitRefusal(from);
        moveKeys();
        awaitRefusal(to);
        endToMove();
        Await.until("it is released", () -> StoredLock.of(to, key).isFree());
    }
}
