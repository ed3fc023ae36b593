package dev.lockproof.testservers;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A primary, a replica, and three Sentinels that make a primary of the replica within about two seconds. To be closed. */
public final class RedisSentinels implements AutoCloseable {

    private static final String NAME = "locks";
    private static final int SENTINELS = 3;

    private final List<RedisServer> servers = new ArrayList<>();
    private @Nullable TcpProxy replication;

    private RedisSentinels() {}

    /** Starts them all. */
    public static RedisSentinels start() {
        RedisSentinels all = new RedisSentinels();
        try {
            all.begin();
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private void begin() {
        servers.add(RedisServer.start(RedisServer.Version.NEW));
        servers.add(RedisServer.start(RedisServer.Version.NEW));
        TcpProxy between = TcpProxy.to(primary().port());
        replication = between;
        replica().commands().replicaof("127.0.0.1", between.port());
        until("the replica follows", "replication", replica(), "master_link_status:up");
        for (int i = 0; i < SENTINELS; i++) {
            servers.add(RedisServer.startSentinel(NAME, primary().port()));
        }
        for (RedisServer sentinel : servers.subList(2, servers.size())) {
            until("the Sentinels know all", "sentinel", sentinel, "slaves=1,sentinels=" + SENTINELS);
        }
    }

    private static void until(String what, String section, RedisServer server, String expected) {
        Await.until(what, () -> server.commands().info(section).contains(expected));
    }

    /** Gives the server that is the primary at the start. */
    public RedisServer primary() {
        return servers.get(0);
    }

    /** Gives the server that is the replica at the start. */
    public RedisServer replica() {
        return servers.get(1);
    }

    /** Gives the server that the Sentinels take for the primary now. */
    public RedisServer currentPrimary() {
        List<String> address = servers.get(2)
                .commands()
                .dispatch(
                        CommandType.SENTINEL,
                        new ValueListOutput<>(StringCodec.UTF8),
                        new CommandArgs<>(StringCodec.UTF8)
                                .add("get-master-addr-by-name")
                                .add(NAME));
        return address.get(1).equals(Integer.toString(replica().port())) ? replica() : primary();
    }

    /** Keeps from the replica what happens to the primary from now on. */
    public void stopReplication() {
        if (replication != null) {
            replication.silence();
        }
    }

    /** Lets the replica hear of the primary again. */
    public void resumeReplication() {
        if (replication != null) {
            replication.heal();
        }
    }

    /** Gives the URI of the Sentinels. */
    public String uri() {
        List<String> sentinels = servers.subList(2, servers.size()).stream()
                .map(server -> "127.0.0.1:" + server.port())
                .toList();
        return "redis-sentinel://" + String.join(",", sentinels) + "/0#" + NAME;
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
        if (replication != null) {
            replication.close();
        }
    }
}
