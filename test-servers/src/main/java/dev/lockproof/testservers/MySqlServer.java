package dev.lockproof.testservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MySQL server that is already running, since no Maven artifact has one.
 *
 * <p>The system property {@code lockproof.test.mysql.url}, or the environment variable {@code LOCKPROOF_TEST_MYSQL_URL},
 * points at it: a JDBC URL with user and password, whose user may create databases. They are dropped when the JVM ends.
 */
public final class MySqlServer {

    /** Says how to have tests run that need such a server. */
    public static final String HOW_TO_NAME_ONE = "No MySQL is named: start one, and give its URL by"
            + " -Dlockproof.test.mysql.url='jdbc:mysql://localhost:3306/?user=root&password=…'";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String adminUrl;

    private MySqlServer(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    /** Gives the server, if one is named. */
    public static Optional<MySqlServer> named() {
        return Optional.ofNullable(Processes.setting("lockproof.test.mysql.url"))
                .map(MySqlServer::new);
    }

    /** Makes an empty database and gives its JDBC URL, with user and password in it. */
    public String createDatabase() {
        String name = "db" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> execute("drop database " + name)));
        return JdbcUrls.withDatabase(adminUrl, name);
    }

    /** Runs a statement about the server, such as {@code create user}. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL refused: " + sql, e);
        }
    }
}
