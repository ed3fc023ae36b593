package dev.lockproof.testservers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server with an empty database.
 *
 * <p>{@link #shared()} and {@link #sharedOld()} run one server each for all tests of a JVM. The system property
 * {@code lockproof.test.postgres.url}, or the environment variable {@code LOCKPROOF_TEST_POSTGRES_URL}, points both at a
 * server that is already running: a JDBC URL with user and password, whose user may create databases. {@link #start}
 * always starts one, to be restarted and killed.
 *
 * <p>Data and logs are under {@code target/postgres}; ports are random. A server that is started here keeps what it
 * committed when it is killed.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Version version;
    private final @Nullable String runningUrl;
    private final @Nullable Path data;
    private final Map<String, String> settings;
    private @Nullable EmbeddedPostgres process;
    private int port;

    private PostgresServer(
            Version version, @Nullable String runningUrl, @Nullable Path data, Map<String, String> settings) {
        this.version = version;
        this.runningUrl = runningUrl;
        this.data = data;
        this.settings = Map.copyOf(settings);
    }

    /** Which server is started. */
    public enum Version {
        /** The newest major. */
        NEW,
        /** The oldest major that is still maintained. */
        OLD
    }

    /** Gives the newest server, which runs until the JVM ends. */
    public static PostgresServer shared() {
        return SharedNew.SERVER;
    }

    /** Gives the oldest server, which runs until the JVM ends. */
    public static PostgresServer sharedOld() {
        return SharedOld.SERVER;
    }

    /** Starts a server of its own, to be closed. */
    public static PostgresServer start(Version version) {
        return start(version, Map.of());
    }

    /**
     * Starts a server of its own, to be closed.
     *
     * @param settings settings of the server that differ from those of the tests, such as {@code fsync}, which is off for them
     */
    public static PostgresServer start(Version version, Map<String, String> settings) {
        PostgresServer server = new PostgresServer(version, null, newDirectory(), settings);
        server.launch(0);
        return server;
    }

    /**
     * Starts a server that follows this one and only lets itself be read, until it is promoted; to be closed. This one is
     * restarted for that. Only for a server that was started here.
     */
    public PostgresServer startStandby() {
        kill();
        Path standby = newDirectory();
        Standbys.copy(data(), standby.resolve("data"), port, USER);
        launch(port);
        PostgresServer follower = new PostgresServer(version, null, standby, settings);
        follower.launch(0);
        return follower;
    }

    /** Makes an empty database and gives its JDBC URL, with user and password in it. */
    public String createDatabase() {
        String name = "db" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return url(name);
    }

    /** Makes an empty database and gives access to it, each connection a new one. */
    public DataSource createDataSource() {
        return dataSource(createDatabase());
    }

    /** Gives access to the database of a URL, each connection a new one. */
    public static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    /** Gives the JDBC URL of a database, with user and password in it. */
    public String url(String database) {
        if (runningUrl == null) {
            return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + USER + "&password=postgres";
        }
        return JdbcUrls.withDatabase(runningUrl, database);
    }

    /** Gives the JDBC URL of the database that each server has, for statements about the server. */
    public String adminUrl() {
        return runningUrl == null ? url("postgres") : runningUrl;
    }

    /** Runs a statement about the server, such as {@code create role}. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(adminUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    /** Gives the operating system's number of the server's first process. Only for a server that was started here. */
    public long pid() {
        try {
            return Long.parseLong(Files.readAllLines(directory().resolve("data/postmaster.pid"))
                    .get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not run in " + data, e);
        }
    }

    /** Ends the server at once, as a crash would, unless that has been done; and starts it again on the same port with the data it had. */
    public void restart() {
        if (process != null) {
            kill();
        }
        launch(port);
    }

    /** Ends the server at once, as a crash would. {@link #restart()} starts it again. */
    public void kill() {
        Processes.kill(ProcessHandle.of(pid())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run in " + data)));
        close(); // gives the lock on its folder back
    }

    @Override
    public void close() {
        EmbeddedPostgres running = process;
        if (running != null) {
            process = null;
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop; its files are in " + data, e);
            }
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version + (runningUrl == null ? " on port " + port : " that was running");
    }

    private void launch(int onPort) {
        Path directory = directory();
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, machine) -> Binaries.open(version, system, machine))
                    .setDataDirectory(directory.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPort(onPort)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("server.log").toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("server.log").toFile()));
            settings.forEach(builder::setServerConfig);
            process = builder.start();
            port = process.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start; see " + directory.resolve("server.log"), e);
        }
    }

    Path data() {
        return directory().resolve("data");
    }

    int port() {
        return port;
    }

    private Path directory() {
        if (data == null) {
            throw new IllegalStateException("Only a server that was started here can be restarted or killed");
        }
        return data;
    }

    private static Path newDirectory() {
        return Processes.newDirectory("postgres");
    }

    private static PostgresServer share(Version version) {
        String running = Processes.setting("lockproof.test.postgres.url");
        return running == null ? start(version) : new PostgresServer(version, running, null, Map.of());
    }

    private static final class SharedNew {
        static final PostgresServer SERVER = share(Version.NEW);
    }

    private static final class SharedOld {
        static final PostgresServer SERVER = share(Version.OLD);
    }
}
