package dev.lockproof.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RedisSentinelsTest {

    private final RedisSentinels servers = RedisSentinels.start();

    @AfterEach
    void stop() {
        servers.close();
    }

    /** Some seconds after a replica begins to follow a proxy, Sentinels tell it to follow the primary itself. */
    @Test
    void aReplicaThatIsCutOffStaysSoWhateverTheSentinelsTellIt() {
        servers.stopReplication();
        servers.primary().commands().set("missed", "yes");
        Await.until("a Sentinel tells the replica whom to follow", () -> isRefusedToFollow(servers.replica()));
        assertThat(servers.replica().commands().get("missed")).isNull();
        servers.resumeReplication();
        Await.until(
                "it has all", () -> "yes".equals(servers.replica().commands().get("missed")));
    }

    private static boolean isRefusedToFollow(RedisServer replica) {
        return replica.commands().aclLog().toString().contains("slaveof");
    }

    @Test
    void whoTakesOverMissesWhatItWasCutOffFromAlsoTheSecondTime() {
        losePrimary(servers.primary(), servers.replica());
        servers.primary().restart();
        servers.resumeReplication();
        Await.until("one follows the other", servers::areReplicating);
        RedisServer primary = servers.currentPrimary();
        losePrimary(primary, primary == servers.primary() ? servers.replica() : servers.primary());
    }

    private void losePrimary(RedisServer primary, RedisServer replica) {
        servers.stopReplication();
        String missed = primary + " had it";
        primary.commands().set(missed, "yes");
        primary.kill();
        Await.until("the replica took over", () -> servers.currentPrimary() == replica);
        assertThat(replica.commands().get(missed)).isNull();
    }
}
