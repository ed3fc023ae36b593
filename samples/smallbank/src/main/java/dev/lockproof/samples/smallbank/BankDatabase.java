package dev.lockproof.samples.smallbank;

import dev.lockproof.testservers.MovableClock;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database of a bank: one that is there, or one that is started for as long as the bank is open. */
final class BankDatabase implements AutoCloseable {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final String url;
    private final @Nullable PostgresServer server;
    private final @Nullable MovableClock clock;

    private BankDatabase(String url, @Nullable PostgresServer server, @Nullable MovableClock clock) {
        this.url = url;
        this.server = server;
        this.clock = clock;
    }

    /** Uses a database, or starts a server with an empty one if there is no URL. */
    static BankDatabase open(@Nullable String url) {
        if (url != null) {
            return new BankDatabase(url, null, null);
        }
        PostgresServer server = PostgresServer.start(PostgresServer.Version.NEW);
        String own = server.createDatabase();
        return new BankDatabase(own, server, MovableClock.over(own));
    }

    /** The JDBC URL, with user and password in it. */
    String url() {
        return url;
    }

    /**
     * Ends the connections of a process, as a network would that goes down.
     *
     * @return how many there were
     */
    int cutConnectionsOf(String process) {
        return count(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = ?", process);
    }

    /** Waits until nothing runs any more that was asked for by processes of the bank, also by those that were killed. */
    void awaitQuiet() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (count("select count(*) from pg_stat_activity where application_name like ?", Cluster.PROCESS + "%")
                > 0) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Processes of the bank are still connected after "
                        + LONGEST_WAIT_SECONDS + " s, so the money can't be counted");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private int count(String sql, String process) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, process);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL doesn't say who is connected", e);
        }
    }

    /** Tells whether it can be {@linkplain #restart restarted}: only one that was started here. */
    boolean canRestart() {
        return server != null;
    }

    /** Ends the server as a crash would, and starts it again. */
    void restart() {
        if (server != null) {
            server.restart();
        }
    }

    /** Tells whether its clock can be {@linkplain #moveClock moved}: only of one that was started here. */
    boolean canMoveClock() {
        return clock != null;
    }

    /** Sets the clock ahead, or back by a negative number. */
    void moveClock(int seconds) {
        if (clock != null) {
            clock.move(Duration.ofSeconds(seconds));
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
