package dev.lockproof.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.testservers.MariaDbServer;
import dev.lockproof.testservers.MySqlServer;
import dev.lockproof.testservers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** An empty database of one kind behind a pool, to be closed. */
record TestDatabase(Dialect dialect, String url, HikariDataSource pool) implements AutoCloseable {

    private static final AtomicInteger NAMES = new AtomicInteger();

    /** Every kind that is there to test on. A test on MySQL is skipped unless a server is named. */
    enum Kind {
        POSTGRES,
        OLD_POSTGRES,
        H2_IN_MEMORY,
        H2_IN_A_FILE,
        MARIADB,
        MYSQL
    }

    static TestDatabase create(Kind kind) {
        return create(kind, 20);
    }

    static TestDatabase create(Kind kind, int connections) {
        String name = "test" + NAMES.incrementAndGet();
        return switch (kind) {
            case POSTGRES -> open(Dialect.POSTGRESQL, PostgresServer.shared().createDatabase(), connections, 0);
            case OLD_POSTGRES ->
                open(Dialect.POSTGRESQL, PostgresServer.sharedOld().createDatabase(), connections, 0);
            case H2_IN_MEMORY -> open(Dialect.H2, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", connections, 0);
            case H2_IN_A_FILE ->
                open(
                        Dialect.H2,
                        "jdbc:h2:file:"
                                + Path.of("target/h2/" + ProcessHandle.current().pid() + "/" + name)
                                        .toAbsolutePath(),
                        connections,
                        0);
            // Its own default, as that of MySQL, is REPEATABLE READ, under which no lock can be taken inside a
            // transaction.
            case MARIADB ->
                open(
                        Dialect.MARIADB,
                        MariaDbServer.shared().createDatabase(),
                        connections,
                        Connection.TRANSACTION_READ_COMMITTED);
            case MYSQL ->
                open(Dialect.MYSQL, mySql().createDatabase(), connections, Connection.TRANSACTION_READ_COMMITTED);
        };
    }

    /** Gives the MySQL that is named, or skips the test. */
    static MySqlServer mySql() {
        return MySqlServer.named().orElseThrow(() -> new TestAbortedException(MySqlServer.HOW_TO_NAME_ONE));
    }

    private static TestDatabase open(Dialect dialect, String url, int connections, int isolation) {
        HikariConfig config = config(url);
        config.setMaximumPoolSize(connections);
        if (isolation == Connection.TRANSACTION_READ_COMMITTED) {
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        return new TestDatabase(dialect, url, new HikariDataSource(config));
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        return config;
    }

    /** Makes a pool on the database of a URL, with settings that it comes with. */
    static HikariDataSource pool(String url) {
        return new HikariDataSource(config(url));
    }

    /** Makes a pool whose connections are in no auto-commit mode, and run a statement when they are new. */
    static HikariDataSource poolWithoutAutoCommit(String url, String first) {
        HikariConfig config = config(url);
        config.setAutoCommit(false);
        config.setConnectionInitSql(first);
        return new HikariDataSource(config);
    }

    JdbcStore store() {
        return JdbcStore.of(pool);
    }

    /** Gives a store with empty tables. */
    JdbcStore emptyStore(List<EntityMapping<?, ?, ?, ?>> mappings) {
        JdbcStore store = store();
        for (EntityMapping<?, ?, ?, ?> mapping : mappings) {
            store.createMissingTable(mapping);
            execute("delete from " + dialect.rules().quote(mapping.table()));
        }
        return store;
    }

    void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
