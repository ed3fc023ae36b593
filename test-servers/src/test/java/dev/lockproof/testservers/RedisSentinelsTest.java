package dev.lockproof.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCommandExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("extended")
@Timeout(120)
class RedisSentinelsTest {

    private final RedisSentinels servers = RedisSentinels.start();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    @SuppressWarnings("deprecation") // SLAVEOF is what Sentinels say
    void aReplicaThatIsCutOffStaysSoWhateverTheSentinelsTellIt() {
        servers.stopReplication();
        RedisServer primary = servers.primary();
        primary.commands().set("missed", "yes");
        assertThatThrownBy(() -> servers.replica().commands().slaveof("127.0.0.1", primary.port()))
                .isInstanceOf(RedisCommandExecutionException.class)
                .hasMessageContaining("NOPERM");
        assertThat(servers.replica().commands().get("missed")).isNull();
        servers.resumeReplication();
        Await.until(
                "it has all", () -> "yes".equals(servers.replica().commands().get("missed")));
    }

    @Test
    void whoTakesOverMissesWhatItWasCutOffFromAlsoTheSecondTime() {
        losePrimary("first", servers.primary(), servers.replica());
        servers.primary().restart();
        servers.resumeReplication();
        Await.until("one follows the other", servers::areReplicating);
        RedisServer primary = servers.currentPrimary();
        losePrimary("second", primary, primary == servers.primary() ? servers.replica() : servers.primary());
    }

    private void losePrimary(String missed, RedisServer primary, RedisServer replica) {
        servers.stopReplication();
        primary.commands().set(missed, "yes");
        primary.kill();
        Await.until("the replica took over", () -> servers.currentPrimary() == replica);
        assertThat(replica.commands().get(missed)).isNull();
    }
}
