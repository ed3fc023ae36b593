package dev.lockproof.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.testservers.PostgresServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Pools on databases of real servers, and statements of the tests' own. */
final class Servers {

    private Servers() {}

    static HikariDataSource pool(PostgresServer server) {
        return pool(server.createDatabase(), 10);
    }

    static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(3_000);
        return new HikariDataSource(config);
    }

    /** A pool as strict programs have it: without autocommit, and serializable. */
    static HikariDataSource strictPool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        return new HikariDataSource(config);
    }

    /** Counts the statements like a pattern that were sent to a database, as its server does. */
    static int calls(DataSource dataSource, String like) {
        return Integer.parseInt(query(
                        dataSource,
                        "SELECT coalesce(sum(calls), 0)::int FROM pg_stat_statements WHERE query LIKE '" + like
                                + "' AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .get(0));
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Gives the first column of all rows. */
    static List<String> query(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** A data source that joins the caller's transaction, as some frameworks have them: it always gives the same connection. */
    static DataSource always(Connection connection) {
        return proxy(
                DataSource.class,
                (proxy, method, arguments) -> proxy(
                        Connection.class,
                        (inner, called, values) ->
                                called.getName().equals("close") ? null : called.invoke(connection, values)));
    }

    /** A data source that loses the answer to a statement, once and if it is told to, by which the connection breaks. */
    static DataSource losingAnswers(DataSource dataSource, String partOfSql, AtomicBoolean isDue) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Connection connection = dataSource.getConnection();
            return proxy(Connection.class, (inner, called, values) -> {
                Object result = called.invoke(connection, values);
                boolean isMeant = called.getName().equals("prepareStatement")
                        && values[0].toString().contains(partOfSql);
                return isMeant ? losingAnswer((PreparedStatement) result, isDue) : result;
            });
        });
    }

    private static PreparedStatement losingAnswer(PreparedStatement statement, AtomicBoolean isDue) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            Object result = method.invoke(statement, arguments);
            if (method.getName().equals("executeQuery") && isDue.getAndSet(false)) {
                throw new SQLException("The answer is lost", "08006");
            }
            return result;
        });
    }

    /** A data source that gives connections of any of several. */
    static DataSource choosing(Supplier<DataSource> choice) {
        return proxy(
                DataSource.class, (proxy, method, arguments) -> choice.get().getConnection());
    }

    /** A data source whose driver was told of another session than the one that it has, as poolers do. */
    static DataSource asIfPooled(DataSource dataSource) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Connection connection = dataSource.getConnection();
            return proxy(
                    Connection.class,
                    (inner, called, values) -> called.getName().equals("unwrap")
                            ? anotherSession(connection.unwrap(PGConnection.class))
                            : called.invoke(connection, values));
        });
    }

    private static PGConnection anotherSession(PGConnection connection) {
        return proxy(
                PGConnection.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getBackendPID") ? 0 : method.invoke(connection, arguments));
    }

    /** A data source whose connections refuse a method, as those of some pools do. */
    static DataSource without(DataSource dataSource, String refused) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Connection connection = dataSource.getConnection();
            return proxy(Connection.class, (inner, called, values) -> {
                if (called.getName().equals(refused)) {
                    throw new SQLException("This pool has no " + refused);
                }
                return called.invoke(connection, values);
            });
        });
    }

    /** A data source whose connections fail in a method, once and if they are told to. */
    static DataSource failing(DataSource dataSource, String method, Throwable failure, AtomicBoolean isDue) {
        return proxy(DataSource.class, (proxy, each, arguments) -> {
            Connection connection = dataSource.getConnection();
            return proxy(Connection.class, (inner, called, values) -> {
                if (called.getName().equals(method) && isDue.getAndSet(false)) {
                    throw failure;
                }
                return called.invoke(connection, values);
            });
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler failing = (proxy, method, arguments) -> {
            try {
                return handler.invoke(proxy, method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(Servers.class.getClassLoader(), new Class<?>[] {type}, failing));
    }
}
