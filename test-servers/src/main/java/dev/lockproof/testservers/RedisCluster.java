package dev.lockproof.testservers;

import java.util.ArrayList;
import java.util.List;
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
        return start(RedisSettings.of(version, null, SETTINGS), 0);
    }

    /**
     * Starts a cluster without replicas whose servers speak TLS, with each other, too. Clients need no certificates.
     *
     * @param certificate what each of them shows
     */
    public static RedisCluster startWithTls(ServerCertificate certificate) {
        return start(RedisSettings.of(RedisServer.Version.NEW, certificate, SETTINGS), 0);
    }

    /** Starts a cluster with a replica of each primary; a failover takes about two seconds. */
    public static RedisCluster startWithReplicas(RedisServer.Version version) {
        return start(RedisSettings.of(version, null, SETTINGS), PRIMARIES);
    }

    private static RedisCluster start(RedisSettings settings, int replicas) {
        RedisCluster cluster = new RedisCluster();
        try {
            for (int i = 0; i < PRIMARIES + replicas; i++) {
                cluster.servers.add(RedisServer.start(settings));
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
            server.commands().clusterMeet("127.0.0.1", servers.get(0).portForServers());
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
