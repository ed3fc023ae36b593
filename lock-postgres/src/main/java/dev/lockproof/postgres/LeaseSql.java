package dev.lockproof.postgres;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The statements about one table of leases.
 *
 * <p>A row is <em>held</em> while it has a holder and its time has not passed; it is <em>kept</em> for a waiter while it has an
 * owner but no holder, for a moment after a release; otherwise it is free. All times are {@code clock_timestamp()}:
 * {@code now()} stands still in a transaction, and the clocks of clients differ.
 *
 * <p>Tokens come from the row and never fall below the microseconds since 1970, so that they also grow when rows were purged, or
 * lost in a crash.
 *
 * @param table the quoted name of the table
 * @param channel the name of the channel that releases are notified on
 */
record LeaseSql(String table, String channel) {

    static final String DEFAULT_TABLE = "lockproof_lease";

    /** What is longer, the server shortens in statements, and refuses for a channel. */
    private static final int LONGEST_NAME = 63;

    /** How long a released row is kept for the waiter whose turn it is. Once for each waiter that died, others wait this long. */
    static final Duration KEPT = Duration.ofMillis(100);

    /** The tokens after a lease's that are set aside for hand-overs in the holder's process. */
    static final int SPARE_TOKENS = 100;

    /** Those that may be used while other processes wait. To tell one of them that it is its turn takes as long as some sections. */
    static final int SPARE_WHILE_OTHERS_WAIT = 7;

    /** What an update in the statement of an acquisition reads the token from: the one row that was granted, or none. */
    private static final String GRANTED = "lockproof_granted";

    private static final String MICROS_SINCE_1970 = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    private static final String KEPT_INTERVAL = "interval '" + KEPT.toMillis() + " milliseconds'";

    /**
     * Names a table.
     *
     * @param name its name, with its schema and a dot before it where it is not on the search path
     */
    static LeaseSql of(String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length > 2 || Arrays.stream(parts).anyMatch(part -> part.isEmpty() || part.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "The lease table is named '" + name + "': give it as table or as schema.table");
        }
        for (String part : parts) {
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new IllegalArgumentException("The lease table is named '" + name
                        + "', but a name in PostgreSQL has " + LONGEST_NAME + " bytes at most: shorten '" + part + "'");
            }
        }
        return new LeaseSql(
                Arrays.stream(parts).map(LeaseSql::quoted).collect(Collectors.joining(".")), parts[parts.length - 1]);
    }

    String createTable() {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                  lock_key    text COLLATE "C" PRIMARY KEY,
                  token       bigint NOT NULL,
                  owner       text,
                  expires_at  timestamptz NOT NULL,
                  acquired_at timestamptz NOT NULL,
                  holder      text,
                  waiters     text[] NOT NULL DEFAULT '{}'
                ) WITH (fillfactor = 70)""".formatted(table);
    }

    /**
     * Takes a row that is free or mine, or whose owner has released it here and is not yet known to have done so there. Gives
     * the token, and whether others wait. Otherwise tells for how long who has it, and whether I wait for it or it is kept for me.
     *
     * <p>Parameters: key, owner, micros, holder, micros, owners that have released it; owner, owner, key.
     */
    String acquire() {
        return "WITH " + GRANTED + " AS (" + grant() + ")\n" + answer();
    }

    /**
     * Takes a row, and updates a row of another table if that was granted. What the update returns, or nulls, follows after the
     * four columns of the answer.
     *
     * <p>The parameters of the update stand before the last three.
     *
     * @param update reads the token from {@value #GRANTED}; updates one row at most, and waits for nobody
     */
    String acquireAnd(String update) {
        return """
                WITH %s AS (%s),
                lockproof_updated AS (%s)
                SELECT answer.*, updated.* FROM (%s) AS answer LEFT JOIN lockproof_updated AS updated ON true
                """.formatted(GRANTED, grant(), update, answer());
    }

    private String grant() {
        return """
                INSERT INTO %1$s AS l (lock_key, owner, token, expires_at, acquired_at, holder)
                VALUES (?, ?, %2$s, clock_timestamp() + ? * interval '1 microsecond', clock_timestamp(), ?)
                ON CONFLICT (lock_key) DO UPDATE SET
                  token = CASE WHEN l.owner = excluded.owner AND l.holder IS NOT NULL AND l.expires_at > clock_timestamp()
                    THEN l.token ELSE greatest(l.token + %3$s, %2$s) END,
                  owner = excluded.owner,
                  expires_at = clock_timestamp() + ? * interval '1 microsecond',
                  acquired_at = clock_timestamp(),
                  holder = excluded.holder,
                  waiters = array_remove(l.waiters, excluded.owner)
                WHERE l.expires_at <= clock_timestamp()
                  OR l.owner = excluded.owner
                  OR (l.owner = ANY (?::text[]) AND cardinality(l.waiters) = 0)
                RETURNING token, waiters""".formatted(table, MICROS_SINCE_1970, SPARE_TOKENS + 1);
    }

    private String answer() {
        return """
                SELECT token, 0::bigint, NULL::text, cardinality(waiters) > 0 FROM %1$s
                UNION ALL
                SELECT NULL, %2$s, holder, coalesce(owner = ?, false) OR ? = ANY (waiters)
                FROM %3$s WHERE lock_key = ? AND NOT EXISTS (SELECT FROM %1$s)""".formatted(GRANTED, microsLeft(), table);
    }

    /** Parameters: micros, key, owner. */
    String renew() {
        return "UPDATE %s SET expires_at = clock_timestamp() + ? * interval '1 microsecond'".formatted(table)
                + whereHeld();
    }

    /** Parameters: the smallest token, key, owner. */
    String advance() {
        return "UPDATE %s SET token = greatest(token + %s, ?)".formatted(table, SPARE_TOKENS + 1) + whereHeld()
                + " RETURNING token, cardinality(waiters) > 0";
    }

    private static String whereHeld() {
        return " WHERE lock_key = ? AND owner = ? AND holder IS NOT NULL AND expires_at > clock_timestamp()";
    }

    /**
     * Ends leases and keeps each row for a moment for the first who waits; only then is anybody notified, because that takes a
     * lock on all of the server's databases. Also passes on a row that was kept for the owner.
     *
     * <p>A lost release costs nothing but time, so it need not be on disk.
     *
     * <p>Parameters: keys, owners, channel.
     */
    String release() {
        return """
                WITH released AS (
                  UPDATE %s AS l SET
                    owner = l.waiters[1],
                    waiters = l.waiters[2:],
                    holder = NULL,
                    expires_at = CASE WHEN cardinality(l.waiters) = 0 THEN '-infinity'
                      ELSE clock_timestamp() + %s END
                  FROM unnest(?::text[], ?::text[]) AS r (lock_key, owner)
                  WHERE l.lock_key = r.lock_key AND l.owner = r.owner
                  RETURNING l.owner || l.lock_key AS payload)
                SELECT set_config('synchronous_commit', 'off', true)
                UNION ALL SELECT pg_notify(?, payload)::text FROM released WHERE payload IS NOT NULL
                """.formatted(table, KEPT_INTERVAL);
    }

    /**
     * Puts an owner at the end of the row's queue, unless it is in it or the row is kept for it. The row is made if need be.
     *
     * <p>Parameters: key, owner, owner.
     */
    String enqueue() {
        return """
                INSERT INTO %s AS l (lock_key, token, expires_at, acquired_at, waiters)
                VALUES (?, %s, '-infinity', clock_timestamp(), ARRAY[?])
                ON CONFLICT (lock_key) DO UPDATE SET waiters = l.waiters || excluded.waiters
                WHERE NOT l.waiters @> excluded.waiters AND l.owner IS DISTINCT FROM ?
                """.formatted(table, MICROS_SINCE_1970);
    }

    /** Takes an owner out of the row's queue. Parameters: owner, key, owner. */
    String dequeue() {
        return "UPDATE %s SET waiters = array_remove(waiters, ?) WHERE lock_key = ? AND ? = ANY (waiters)"
                .formatted(table);
    }

    /**
     * Deletes some rows that nobody has used for a time. A row whose token is ahead of the clock stays, as it could not be made
     * anew with a larger one.
     *
     * <p>Parameters: micros, most rows.
     */
    String purge() {
        return """
                DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
                  SELECT ctid FROM %1$s
                  WHERE acquired_at < clock_timestamp() - ? * interval '1 microsecond'
                    AND expires_at <= clock_timestamp() AND token + %3$s < %2$s
                  LIMIT ? FOR UPDATE SKIP LOCKED))
                """.formatted(table, MICROS_SINCE_1970, SPARE_TOKENS);
    }

    /** The name in quotes, so that no name is taken for anything else. */
    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String microsLeft() {
        return "CASE WHEN expires_at > clock_timestamp()"
                + " THEN (extract(epoch from expires_at - clock_timestamp()) * 1000000)::bigint ELSE 0 END";
    }
}
