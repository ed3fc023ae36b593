package dev.lockproof.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("extended")
@Timeout(120)
class RedisNetworksTest {

    @Test
    void clientsOfAServerTakeTheNetworkAndCommandsOfTheTestDoNot() {
        try (RedisServer server = RedisServer.startBehindNetwork(RedisServer.Version.NEW);
                RedisClient client = RedisClient.create(server.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            server.commands().set("key", "kept");
            assertThat(connection.sync().get("key")).isEqualTo("kept");
            server.network().cut();
            assertThatThrownBy(client::connect).isInstanceOf(RedisException.class);
            server.restart();
            assertThat(server.commands().get("key")).isEqualTo("kept");
            server.network().heal();
            assertThat(connection.sync().get("key")).isEqualTo("kept");
        }
    }

    @Test
    void whoseNetworkIsCutIsNoPrimaryForSentinelsAndFollowsWhenTheNetworkIsBack() {
        try (RedisSentinels servers = RedisSentinels.startBehindNetworks()) {
            takeOver(servers, servers.primary(), servers.replica());
            takeOver(servers, servers.replica(), servers.primary());
        }
    }

    private static void takeOver(RedisSentinels servers, RedisServer from, RedisServer to) {
        from.network().cut();
        Await.until("Sentinels name the other one", () -> servers.currentPrimary() == to);
        from.network().heal();
        Await.until("one follows the other", () -> follows(from, to));
    }

    @Test
    void allOfAClusterTellEachOtherTheNetworksBeforeThem() {
        try (RedisCluster cluster = RedisCluster.startWithReplicasBehindNetworks(RedisServer.Version.NEW)) {
            List<RedisServer> servers = cluster.servers();
            String[] addresses = servers.stream()
                    .map(server -> "127.0.0.1:" + server.network().port() + "@" + server.busPort() + " ")
                    .toArray(String[]::new);
            assertThat(servers)
                    .allSatisfy(server ->
                            assertThat(server.commands().clusterNodes()).contains(addresses));
            RedisServer primary = servers.get(0);
            RedisServer replica = servers.get(3);
            assertThat(follows(replica, primary)).isTrue();
            primary.kill();
            Await.until("the replica took over", () -> isPrimary(replica));
            primary.restart();
            Await.until("one follows the other", () -> follows(primary, replica));
        }
    }

    /** Whom a Sentinel tells to follow ends connections, ours among them. */
    private static boolean follows(RedisServer server, RedisServer other) {
        try {
            return server.commands()
                    .info("replication")
                    .contains("master_port:" + other.network().port());
        } catch (RedisException e) {
            return false;
        }
    }

    private static boolean isPrimary(RedisServer server) {
        return server.commands().info("replication").contains("role:master");
    }
}
