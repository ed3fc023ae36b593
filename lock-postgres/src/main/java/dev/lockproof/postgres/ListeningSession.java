package dev.lockproof.postgres;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection that listens on a channel. It never goes back to its pool alive, where it would go on to listen for whoever gets
 * it. For one thread, but for {@link #cutOff()}.
 */
final class ListeningSession implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    private static final int PROBE_MILLIS = 1_000;

    private final DataSource dataSource;
    private final String channel;
    private final Connection connection;

    /** Guarded by this. */
    private boolean isListening;

    private ListeningSession(DataSource dataSource, String channel) throws SQLException {
        this.dataSource = dataSource;
        this.channel = channel;
        this.connection = dataSource.getConnection();
    }

    /**
     * Opens a session. It does not listen yet.
     *
     * @param channel what it is going to listen on
     */
    static ListeningSession open(DataSource dataSource, String channel) throws SQLException {
        return new ListeningSession(dataSource, channel);
    }

    /**
     * Starts to listen.
     *
     * @param timeoutMillis how long the server may take to answer
     * @return whether what is notified is heard for certain. Through a pooler it never is: one in transaction mode may give a
     *     listener what it is to hear for a while
     */
    boolean listen(int timeoutMillis) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, timeoutMillis);
        boolean isThroughPooler = isAnotherSession();
        synchronized (this) {
            isListening = true;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + LeaseSql.quoted(channel));
        }
        if (isThroughPooler) {
            refuseIfDeaf();
        }
        return !isThroughPooler;
    }

    /** Tells whether the session is another one than the driver was told of when it connected. */
    private boolean isAnotherSession() throws SQLException {
        int told = connection.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
            pid.next();
            return pid.getInt(1) != told;
        }
    }

    /** A pooler in transaction mode has the session back by now, and what is notified to it reaches nobody, or some other client. */
    private void refuseIfDeaf() throws SQLException {
        try (Connection another = dataSource.getConnection();
                PreparedStatement statement = another.prepareStatement("SELECT pg_notify(?, '')")) {
            another.setAutoCommit(true);
            statement.setString(1, channel);
            statement.execute();
        }
        if (hear(PROBE_MILLIS).length == 0) {
            throw new SQLException(
                    "What is notified does not arrive: there is a pooler in transaction mode in between");
        }
    }

    /** Waits for a notification. Gives none if there is none in that time. */
    PGNotification[] hear(int longestMillis) throws SQLException {
        PGNotification @Nullable [] heard =
                connection.unwrap(PGConnection.class).getNotifications(longestMillis);
        return heard == null ? new PGNotification[0] : heard;
    }

    /** Finds out whether the server is there, and whether this session of it is still the one that was told to listen. */
    void test() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet channels = statement.executeQuery("SELECT pg_listening_channels()")) {
            while (channels.next()) {
                if (channels.getString(1).equals(channel)) {
                    return;
                }
            }
        }
        throw new SQLException(
                "The session does not listen any more: is there a pooler in transaction mode in between?");
    }

    /** Breaks the connection, so that who waits for a notification does not. */
    synchronized void cutOff() {
        if (!isListening) {
            return; // and is somebody else's, if it did
        }
        isListening = false;
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The connection that listens was closed by somebody else", e);
        }
    }

    @Override
    public void close() {
        cutOff();
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The connection that listened was found to be broken, as it should be", e);
        }
    }
}
