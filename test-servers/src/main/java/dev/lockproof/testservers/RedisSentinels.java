package dev.lockproof.testservers;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisException;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A primary, a replica, and three Sentinels that make a primary of the replica within about three seconds. To be closed.
 *
 * <p>Sentinels have a replica follow the address that they know of the primary: one that follows through a proxy which they
 * don't know is told to leave it after some seconds. So replication is led through one only while it is stopped, and the
 * replica takes no such order then.
 */
public final class RedisSentinels implements AutoCloseable {

    /** What the Sentinels call the primary. */
    public static final String NAME = "locks";

    private static final int SENTINELS = 3;

    /** What a replica says that hears of its primary. */
    private static final String LINKED = "master_link_status:up";

    /** Silence between the two is no reason for the replica to give the primary up. */
    private static final String[] REPLICATION = {"--repl-timeout", "3600"};

    private final List<RedisServer> servers = new ArrayList<>();
    private final List<TcpProxy> proxies = new ArrayList<>();
    private @Nullable RedisServer cutOff;

    private RedisSentinels() {}

    /** Starts them all. */
    public static RedisSentinels start() {
        return start(null);
    }

    /**
     * Starts them all, with TLS between all of them. Clients need no certificates.
     *
     * @param certificate what each of them shows
     */
    public static RedisSentinels startWithTls(ServerCertificate certificate) {
        return start(certificate);
    }

    /**
     * Starts them all with a {@linkplain RedisServer#network() network} before the primary and one before the replica, which
     * clients and Sentinels take, and the two to each other. So Sentinels take a primary for dead whose network is cut.
     */
    public static RedisSentinels startBehindNetworks() {
        return start(null, RedisServer::startBehindNetwork);
    }

    private static RedisSentinels start(@Nullable ServerCertificate certificate) {
        return start(certificate, RedisServer::start);
    }

    private static RedisSentinels start(
            @Nullable ServerCertificate certificate, Function<RedisSettings, RedisServer> starter) {
        RedisSentinels all = new RedisSentinels();
        try {
            all.begin(certificate, starter);
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private void begin(@Nullable ServerCertificate certificate, Function<RedisSettings, RedisServer> starter) {
        RedisSettings settings = RedisSettings.of(RedisServer.Version.NEW, certificate, REPLICATION);
        servers.add(starter.apply(settings));
        servers.add(starter.apply(settings));
        follow(replica(), primary().portForServers());
        for (int i = 0; i < SENTINELS; i++) {
            servers.add(
                    RedisServer.start(RedisSettings.ofSentinel(NAME, primary().portForServers(), certificate)));
        }
        for (RedisServer sentinel : sentinels()) {
            until("the Sentinels know all", "sentinel", sentinel, "slaves=1,sentinels=" + SENTINELS);
        }
    }

    private static void follow(RedisServer replica, int port) {
        replica.commands().replicaof("127.0.0.1", port);
        until("the replica follows", "replication", replica, LINKED);
    }

    private static void until(String what, String section, RedisServer server, String expected) {
        Await.until(what, () -> says(server, section, expected));
    }

    /** Whom a Sentinel tells to follow ends connections, ours among them. */
    private static boolean says(RedisServer server, String section, String expected) {
        try {
            return server.commands().info(section).contains(expected);
        } catch (RedisException e) {
            return false;
        }
    }

    /** Tells whether one of the two follows the other one. */
    public boolean areReplicating() {
        return Stream.of(primary(), replica()).anyMatch(server -> says(server, "replication", LINKED));
    }

    /** Gives the server that is the primary at the start. */
    public RedisServer primary() {
        return servers.get(0);
    }

    /** Gives the server that is the replica at the start. */
    public RedisServer replica() {
        return servers.get(1);
    }

    /** Gives the Sentinels. */
    public List<RedisServer> sentinels() {
        return List.copyOf(servers.subList(2, servers.size()));
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
        return address.get(1).equals(Integer.toString(replica().portForServers())) ? replica() : primary();
    }

    /** Keeps from the server that is the replica now what happens to the primary from now on. */
    public void stopReplication() {
        RedisServer primary = currentPrimary();
        RedisServer replica = primary == primary() ? replica() : primary();
        TcpProxy between = TcpProxy.to(primary.portForServers());
        proxies.add(between);
        cutOff = replica;
        refuseToFollow(replica);
        follow(replica, between.port());
        between.silence();
    }

    /** As Sentinels say {@code SLAVEOF} and we say {@code REPLICAOF}, only ours is carried out from here on. */
    private static void refuseToFollow(RedisServer replica) {
        replica.commands()
                .aclSetuser(
                        "default",
                        AclSetuserArgs.Builder.removeCommand(CommandType.SLAVEOF)
                                .addCommand(
                                        CommandType.SLAVEOF,
                                        CommandKeyword.NO)); // as SLAVEOF NO ONE makes a primary of it
    }

    /** Lets the replica hear of the primary again, unless it is the primary by now. */
    public void resumeReplication() {
        if (cutOff != null) {
            cutOff.commands().aclSetuser("default", AclSetuserArgs.Builder.allCommands());
            cutOff = null;
        }
        proxies.forEach(TcpProxy::heal);
    }

    /** Gives the URI of the Sentinels. */
    public String uri() {
        return "redis-sentinel://" + addresses(RedisServer::port) + "/0#" + NAME;
    }

    /**
     * Gives the URI of Sentinels that speak TLS.
     *
     * @param user with the password, as in a URI, such as {@code user:password@}; or nothing
     */
    public String tlsUri(String user) {
        return "rediss-sentinel://" + user + addresses(RedisServer::tlsPort) + "/0#" + NAME;
    }

    private String addresses(ToIntFunction<RedisServer> port) {
        return sentinels().stream()
                .map(server -> "127.0.0.1:" + port.applyAsInt(server))
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
        proxies.forEach(TcpProxy::close);
    }
}
