package dev.lockproof.testservers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
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

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int MOST_PORTS_TRIED = 20;

    /** How far above its port a server has another one: a cluster its bus, or who speaks TLS that. */
    private static final int SECOND_PORT = 10_000;

    private static final Map<Version, Path> PROGRAMS = new ConcurrentHashMap<>();

    private final Version version;
    private final Path directory;
    private final Function<RedisServer, List<String>> arguments;
    private final Map<String, String> environment;
    private final RedisURI uri;
    private @Nullable Process process;
    private @Nullable RedisClient client;
    private @Nullable StatefulRedisConnection<String, String> connection;

    private RedisServer(
            Version version,
            Path directory,
            RedisURI uri,
            Function<RedisServer, List<String>> arguments,
            Map<String, String> environment) {
        this.version = version;
        this.directory = directory;
        this.uri = uri;
        this.arguments = arguments;
        this.environment = environment;
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
        return start(version, server -> server.dataServer(settings), Map.of());
    }

    /**
     * Starts a server whose clock runs at a speed of its own: the older one, whose program takes a library before the system's.
     *
     * @param faketime the path of a {@code libfaketime.so.1}
     * @param speed such as 1.01 for a clock that gains a hundredth
     */
    public static RedisServer startWithClock(String faketime, double speed) {
        Map<String, String> environment = Map.of("LD_PRELOAD", faketime, "FAKETIME", "+0 x" + speed);
        return start(Version.OLD, RedisServer::dataServer, environment);
    }

    /**
     * Starts a server that speaks TLS on a second port. Clients need no certificates.
     *
     * @param certificate what it shows
     */
    public static RedisServer startWithTls(ServerCertificate certificate) {
        return start(
                Version.NEW,
                server -> server.dataServer(
                        "--tls-port", Integer.toString(server.tlsPort()),
                        "--tls-cert-file", certificate.certificate().toString(),
                        "--tls-key-file", certificate.key().toString(),
                        "--tls-auth-clients", "no"),
                Map.of());
    }

    /**
     * Starts a Sentinel that watches a primary under a name, and takes it for dead after half a second. Where each of several
     * votes for itself, they try again ten seconds later.
     */
    static RedisServer startSentinel(String name, int primaryPort) {
        return start(Version.NEW, server -> server.sentinel(name, primaryPort), Map.of());
    }

    private static RedisServer start(
            Version version, Function<RedisServer, List<String>> arguments, Map<String, String> environment) {
        RedisURI uri = RedisURI.create("127.0.0.1", freePort());
        RedisServer server = new RedisServer(version, Processes.newDirectory("redis"), uri, arguments, environment);
        server.launch();
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill, "end of " + server));
        return server;
    }

    private static int freePort() {
        for (int tried = 0; tried < MOST_PORTS_TRIED; tried++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            if (isFree(port) && isFree(port + SECOND_PORT)) {
                return port;
            }
        }
        throw new IllegalStateException("No port between 15000 and 30000 is free");
    }

    private List<String> dataServer(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port()), "--bind", "127.0.0.1"));
        arguments.addAll(List.of("--dir", directory.toString(), "--save", "", "--appendonly", "yes"));
        arguments.addAll(List.of("--appendfsync", "always", "--repl-diskless-sync-delay", "0"));
        arguments.addAll(List.of(settings));
        return arguments;
    }

    private List<String> sentinel(String name, int primaryPort) {
        Path configuration = directory.resolve("sentinel.conf");
        try {
            Files.write(
                    configuration,
                    List.of(
                            "port " + port(),
                            "bind 127.0.0.1",
                            "sentinel monitor " + name + " 127.0.0.1 " + primaryPort + " 2",
                            "sentinel down-after-milliseconds " + name + " 500",
                            "sentinel failover-timeout " + name + " 5000"));
        } catch (IOException e) {
            throw new UncheckedIOException("The Sentinel can't be configured", e);
        }
        return List.of(configuration.toString(), "--sentinel");
    }

    /** Gives the URI, as clients take it. */
    public String uri() {
        return "redis://" + uri.getHost() + ":" + uri.getPort();
    }

    /** Gives the port. */
    public int port() {
        return uri.getPort();
    }

    /** Gives the port for TLS of a server that was started with it. */
    public int tlsPort() {
        return port() + SECOND_PORT;
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
        signal(Signals::stop);
    }

    /** Lets a paused server go on, unless it has been killed. */
    public void resume() {
        if (process != null) {
            signal(Signals::resume);
        }
    }

    /** Ends the server at once, as a crash would. */
    public void kill() {
        Process running = process;
        if (running != null) {
            process = null;
            Processes.kill(running.toHandle());
        }
    }

    /** Starts it again on the same port with the data it had on disk, after killing it unless that has been done. */
    public void restart() {
        kill();
        launch();
    }

    /** Starts it again on the same port without data, after killing it unless that has been done. */
    public void restartEmpty() {
        kill();
        Processes.clear(directory);
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
    }

    @Override
    public String toString() {
        return "Redis " + version + " at " + uri();
    }

    @FunctionalInterface
    private interface Signal {
        void send(long pid) throws IOException, InterruptedException;
    }

    private void signal(Signal signal) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(this + " does not run, or was not started here");
        }
        try {
            signal.send(running.pid());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void launch() {
        List<String> command = new ArrayList<>(List.of(program(version).toString()));
        command.addAll(arguments.apply(this));
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis did not start", e);
        }
        awaitAnswer(log);
    }

    private void awaitAnswer(Path log) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        RedisClient asking = RedisClient.create(uri);
        try {
            while (!answers(asking)) {
                Process running = process;
                if (running == null || !running.isAlive() || System.nanoTime() - end > 0) {
                    throw new IllegalStateException("Redis did not start; see " + log);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        } finally {
            asking.shutdown(0, 0, TimeUnit.SECONDS);
        }
    }

    private static boolean answers(RedisClient asking) {
        try (StatefulRedisConnection<String, String> open = asking.connect()) {
            return open.isOpen(); // connecting says HELLO, and a server that still reads its data refuses that
        } catch (RedisConnectionException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path program(Version version) {
        return PROGRAMS.computeIfAbsent(version, RedisServer::unpack);
    }

    private static Path unpack(Version version) {
        String name = version == Version.NEW ? "redis/redis-server" : "old/redis-server";
        try (InputStream program = RedisServer.class.getResourceAsStream(name)) {
            if (program == null) {
                throw new IllegalStateException(
                        "There is no Redis server for this platform: start one yourself, and give"
                                + " its URI by -Dlockproof.test.redis.url=redis://…");
            }
            Path file = Processes.newDirectory("redis").resolve("redis-server");
            Files.copy(program, file);
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException("Can't be made executable: " + file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The Redis server can't be unpacked", e);
        }
    }

    private static RedisServer share(Version version) {
        String running = Processes.setting("lockproof.test.redis.url");
        return running == null
                ? start(version)
                : new RedisServer(version, Path.of("target"), RedisURI.create(running), server -> List.of(), Map.of());
    }

    private static final class SharedNew {
        static final RedisServer SERVER = share(Version.NEW);
    }

    private static final class SharedOld {
        static final RedisServer SERVER = share(Version.OLD);
    }
}
