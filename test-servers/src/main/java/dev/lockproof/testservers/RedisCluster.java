package dev.lockproof.testservers;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A Redis cluster of three primaries, with a replica each if wished. To be closed. */
public final class RedisCluster implements AutoCloseable {

    /** The file in which a server keeps what it knows of the cluster. */
    static final String CONFIGURATION = "nodes.conf";

    private static final int PRIMARIES = 3;
    private static final int SLOTS = 16_384;

    private static final String[] SETTINGS = {
        "--cluster-enabled", "yes", "--cluster-node-timeout", "1000", "--cluster-config-file", CONFIGURATION
    };

    private final List<RedisServer> servers = new ArrayList<>();

    private RedisCluster() {}

    /** Starts a cluster without replicas. */
    public static RedisCluster start(RedisServer.Version version) {
        return start(direct(RedisSettings.of(version, null, SETTINGS)), 0);
    }

    /**
     * Starts a cluster without replicas whose servers speak TLS, with each other, too. Clients need no certificates.
     *
     * @param certificate what each of them shows
     */
    public static RedisCluster startWithTls(ServerCertificate certificate) {
        return start(direct(RedisSettings.of(RedisServer.Version.NEW, certificate, SETTINGS)), 0);
    }

    /** Starts a cluster with a replica of each primary; a failover takes about two seconds. */
    public static RedisCluster startWithReplicas(RedisServer.Version version) {
        return start(direct(RedisSettings.of(version, null, SETTINGS)), PRIMARIES);
    }

    /**
     * Starts the same with a {@linkplain RedisServer#network() network} before each server, for its clients and its replica. What
     * the servers say to each other otherwise, such as who is gone, doesn't take it: it can break without a failover.
     */
    public static RedisCluster startWithReplicasBehindNetworks(RedisServer.Version version) {
        RedisSettings settings = RedisSettings.of(version, null, SETTINGS);
        return start(() -> RedisServer.startBehindNetwork(settings), PRIMARIES);
    }

    private static Supplier<RedisServer> direct(RedisSettings settings) {
        return () -> RedisServer.start(settings);
    }

    private static RedisCluster start(Supplier<RedisServer> starter, int replicas) {
        RedisCluster cluster = new RedisCluster();
        try {
            for (int i = 0; i < PRIMARIES + replicas; i++) {
                cluster.servers.add(starter.get());
            }
            cluster.form();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void form() {
        for (int i = 0; i < PRIMARIES; i++) {
            int from = SLOTS * i / PRIMARIES;
            int to = SLOTS * (i + 1) / PRIMARIES;
            servers.get(i).commands().clusterAddSlots(IntStream.range(from, to).toArray());
        }
        for (RedisServer server : servers) {
            meet(server, servers.get(0));
        }
        for (int i = PRIMARIES; i < servers.size(); i++) {
            RedisServer replica = servers.get(i);
            String primary = servers.get(i - PRIMARIES).commands().clusterMyId();
            Await.until(
                    "a replica knows its primary",
                    () -> replica.commands().clusterNodes().contains(primary));
            replica.commands().clusterReplicate(primary);
            Await.until(
                    "a replica follows",
                    () -> replica.commands().info("replication").contains("master_link_status:up"));
        }
        for (RedisServer server : servers) {
            Await.until("the cluster is formed", () -> isFormed(server));
        }
    }

    /** The bus of one with a network before it can't be found from the port that it announces. */
    private static void meet(RedisServer server, RedisServer other) {
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8)
                .add("MEET")
                .add("127.0.0.1")
                .add(other.portForServers())
                .add(other.busPort());
        server.commands().dispatch(CommandType.CLUSTER, new StatusOutput<>(StringCodec.UTF8), arguments);
    }

    private boolean isFormed(RedisServer server) {
        String info = server.commands().clusterInfo();
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + servers.size());
    }

    /** Gives the servers, primaries first. */
    public List<RedisServer> servers() {
        return List.copyOf(servers);
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
    }
}
