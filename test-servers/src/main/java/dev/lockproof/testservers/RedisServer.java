package dev.lockproof.testservers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Redis server.
 *
 * <p>{@link #shared()} and {@link #sharedOld()} run one server each for all tests of a JVM. The system property
 * {@code lockproof.test.redis.url}, or the environment variable {@code LOCKPROOF_TEST_REDIS_URL}, points both at a server
 * that is already running, as {@code redis://host:port}. {@link #start} always starts one, to be stopped, restarted and killed.
 *
 * <p>Data and logs are under {@code target/redis}; ports are random. A server that is started here writes each change to its disk
 * before it answers, unless its settings say otherwise.
 */
public final class RedisServer implements AutoCloseable {

    private final RedisURI uri;
    private final RedisPorts ports;
    private final RedisSettings settings;
    private final Path directory;
    private final @Nullable TcpProxy network;
    private @Nullable RedisProcess process;
    private @Nullable RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    private RedisServer(
            RedisURI uri, RedisPorts ports, RedisSettings settings, Path directory, @Nullable TcpProxy network) {
        this.uri = uri;
        this.ports = ports;
        this.settings = settings;
        this.directory = directory;
        this.network = network;
    }

    /** Which server is started. */
    public enum Version {
        /** Redis 7.0. */
        NEW,
        /** Redis 6.2, the oldest that is supported. */
        OLD
    }

    /** Gives the newer server, which runs until the JVM ends. */
    public static RedisServer shared() {
        return SharedNew.SERVER;
    }

    /** Gives the older server, which runs until the JVM ends. */
    public static RedisServer sharedOld() {
        return SharedOld.SERVER;
    }

    /**
     * Starts a server of its own, to be closed.
     *
     * @param settings as on the command line, such as {@code "--maxmemory", "10mb"}
     */
    public static RedisServer start(Version version, String... settings) {
        return start(RedisSettings.of(version, null, settings));
    }

    /** Starts a server of its own behind a {@linkplain #network() network}, to be closed. */
    public static RedisServer startBehindNetwork(Version version) {
        return startBehindNetwork(RedisSettings.of(version, null));
    }

    /**
     * Starts a server whose clock runs at a speed of its own: the older one.
     *
     * @param faketime the path of a {@code libfaketime.so.1}
     * @param speed such as 1.01 for a clock that gains a hundredth
     */
    public static RedisServer startWithClock(String faketime, double speed) {
        return start(RedisSettings.withClock(faketime, speed));
    }

    /**
     * Starts a server that speaks TLS on a second port. Clients need no certificates.
     *
     * @param certificate what it shows
     */
    public static RedisServer startWithTls(ServerCertificate certificate) {
        return start(RedisSettings.of(Version.NEW, certificate));
    }

    /** Starts a server of its own, to be closed. */
    static RedisServer start(RedisSettings settings) {
        return start(settings, RedisPorts.free(), null);
    }

    /** Starts a server without TLS, and tells clients and other servers to reach it through a network. */
    static RedisServer startBehindNetwork(RedisSettings settings) {
        RedisPorts ports = RedisPorts.free();
        TcpProxy network = TcpProxy.to(ports.plain());
        return start(settings, ports.announcing(network.port()), network);
    }

    private static RedisServer start(RedisSettings settings, RedisPorts ports, @Nullable TcpProxy network) {
        RedisURI uri = RedisURI.create("127.0.0.1", ports.plain());
        RedisServer server = new RedisServer(uri, ports, settings, Processes.newDirectory("redis"), network);
        server.launch();
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill, "end of " + server));
        return server;
    }

    private void launch() {
        process = RedisProcess.start(settings, ports, directory);
    }

    /** Gives the URI, as clients take it: of the network before it, where there is one. */
    public String uri() {
        return "redis://" + uri.getHost() + ":" + ports.announced();
    }

    /** Gives the network before a server that was started behind one. Commands of the test's own don't take it. */
    public TcpProxy network() {
        return Objects.requireNonNull(network, "It was started without a network");
    }

    /** Gives the port that it listens on. */
    public int port() {
        return ports.plain();
    }

    /** Gives the port for TLS of a server that was started with it. */
    public int tlsPort() {
        return ports.tls();
    }

    /** Gives the port that other servers are told: the one for TLS, where there is one, or else the one of its network. */
    int portForServers() {
        return settings.certificate() == null ? ports.announced() : ports.tls();
    }

    /** Gives the port on which it hears others of its cluster. */
    int busPort() {
        return settings.certificate() == null ? ports.bus() : ports.tlsBus();
    }

    /** Gives a connection for commands of the test's own. */
    public synchronized RedisCommands<String, String> commands() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            client = RedisClient.create(uri);
            open = client.connect();
            connection = open;
        }
        return open.sync();
    }

    /** Stops the server in its tracks (SIGSTOP): connections stay, and nothing answers. */
    public void pause() {
        RedisProcess running = process;
        if (running == null) {
            throw new IllegalStateException(this + " does not run, or was not started here");
        }
        running.stop();
    }

    /** Lets a paused server go on, unless it has been killed. */
    public void resume() {
        RedisProcess running = process;
        if (running != null) {
            running.resume();
        }
    }

    /** Ends the server at once, as a crash would. */
    public void kill() {
        RedisProcess running = process;
        if (running != null) {
            process = null;
            running.kill();
        }
    }

    /** Starts it again on the same port with the data it had on disk, after killing it unless that has been done. */
    public void restart() {
        kill();
        launch();
    }

    /**
     * Starts it again on the same port without data, after killing it unless that has been done. One of a cluster still knows
     * the others.
     */
    public void restartEmpty() {
        kill();
        Processes.clear(directory, RedisCluster.CONFIGURATION);
        launch();
    }

    /** Keeps a copy of the data that it has on disk now. */
    public void keepData() {
        boolean runs = process != null;
        if (runs) {
            pause();
        }
        Processes.clear(keptData());
        Processes.copy(directory, keptData());
        if (runs) {
            resume();
        }
    }

    /** Starts it again on the same port with the data that was kept, after killing it unless that has been done. */
    public void restartWithKeptData() {
        kill();
        Processes.clear(directory);
        Processes.copy(keptData(), directory);
        launch();
    }

    private Path keptData() {
        return directory.resolveSibling(directory.getFileName() + "-kept");
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdown();
            client = null;
            connection = null;
        }
        kill();
        if (network != null) {
            network.close();
        }
    }

    @Override
    public String toString() {
        return "Redis " + settings.version() + " at " + uri();
    }

    private static RedisServer share(Version version) {
        RedisSettings settings = RedisSettings.of(version, null);
        String running = Processes.setting("lockproof.test.redis.url");
        return running == null ? start(settings) : running(RedisURI.create(running), settings);
    }

    private static RedisServer running(RedisURI uri, RedisSettings settings) {
        return new RedisServer(uri, new RedisPorts(uri.getPort()), settings, Path.of("target"), null);
    }

    private static final class SharedNew {
        static final RedisServer SERVER = share(Version.NEW);
    }

    private static final class SharedOld {
        static final RedisServer SERVER = share(Version.OLD);
    }
}
