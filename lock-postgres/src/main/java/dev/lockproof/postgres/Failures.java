package dev.lockproof.postgres;

import dev.lockproof.LockBackendException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/** Turns what the driver and the server say into what to do about it. */
final class Failures {

    /** The statement was refused or taken back for the sake of another one; the same can succeed now. */
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

    private final String table;
    private final String createTable;

    Failures(String table, String createTable) {
        this.table = table;
        this.createTable = createTable;
    }

    static boolean isWorthRepeating(SQLException e) {
        return WORTH_REPEATING.contains(stateOf(e));
    }

    /** Whether the connection broke or was broken by the server, so that nothing is known about a statement. */
    static boolean isConnectionFailure(SQLException e) {
        String state = stateOf(e);
        return state.startsWith("08")
                || Set.of("57P01", "57P02", "57P05", "25P03", "25P04").contains(state);
    }

    /**
     * Says that there is no connection.
     *
     * @param isSettled whether certainly nothing was carried out that was sent before
     */
    LockBackendException notConnected(String what, SQLException e, boolean isSettled) {
        return new LockBackendException(
                what + " failed: no connection to PostgreSQL: " + messageOf(e) + ". " + adviceWithoutConnection(e),
                isSettled,
                e);
    }

    LockBackendException failed(String what, SQLException e, boolean isSettled) {
        return new LockBackendException(what + " failed: " + messageOf(e) + ". " + advice(e), isSettled, e);
    }

    private static String adviceWithoutConnection(SQLException e) {
        String state = stateOf(e);
        if (e instanceof SQLTransientConnectionException && !state.startsWith("08") && !state.startsWith("57")) {
            return "If the pool is exhausted, enlarge it or give the locks a pool of their own: who waits for a lock with a"
                    + " connection in hand keeps it from those who must release. If it has no connections at all, check that"
                    + " the server runs and can be reached";
        }
        return switch (state) {
            case "53300" ->
                "The server has no more connections to give: make the pools smaller, or raise max_connections";
            case "57P03" -> "The server is starting, stopping or recovering: try again soon";
            case "28P01", "28000" -> "Check the user and the password of the data source, and the server's pg_hba.conf";
            case "3D000" -> "Create the database, or correct the data source's URL";
            default -> "Check that the server runs and that the data source's URL names it";
        };
    }

    private String advice(SQLException e) {
        return switch (stateOf(e)) {
            case "42P01" ->
                "Create the table with a migration or, in samples and tests, with createMissingTable():\n"
                        + createTable;
            case "42703", "42804", "42P10" ->
                "The table " + table
                        + " is not as this version needs it. Drop it while nobody holds a lock, and create it:\n"
                        + createTable;
            case "42501" ->
                "Let the table's owner run: GRANT SELECT, INSERT, UPDATE, DELETE ON " + table
                        + " TO the role of the data source (to create the table, the role needs CREATE on its schema)";
            case "25006" ->
                "Locks need the primary server, and this session is read-only: connect to the primary (the driver's"
                        + " targetServerType=primary), and see that default_transaction_read_only is off";
            case "57014", "55P03" ->
                "A timeout of the session cut it short: raise its statement_timeout or lock_timeout, and see in"
                        + " pg_locks who keeps a lock on the table " + table;
            case "53100", "53200", "53400", "54000" -> "The server has run out of a resource: see its log";
            case "22P05", "22021" ->
                "The database's encoding can't hold the text: use a database with encoding UTF8, or keys of ASCII";
            case "40001", "40P01" ->
                "Other transactions came in between again and again: see in pg_locks who uses the table " + table;
            case "42601", "42883" ->
                "The server doesn't know the statement: PostgreSQL " + Database.OLDEST_MAJOR + " or newer is needed";
            default ->
                isConnectionFailure(e)
                        ? "The connection broke: try again, and see the server's log if it happens often"
                        : "See the server's log";
        };
    }

    private static String stateOf(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }

    private static String messageOf(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\.$", "");
    }
}
