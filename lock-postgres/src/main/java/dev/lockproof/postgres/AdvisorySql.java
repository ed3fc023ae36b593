package dev.lockproof.postgres;

/**
 * The statements about advisory locks, each of which runs in a transaction that holds the lock, but for {@link #look}.
 *
 * <p>An advisory lock has no fencing tokens. They come from a table of their own, in the lock's transaction: its row is read and
 * raised by whoever holds the lock, and by nobody else. A transaction that is lost takes its row's token back, and so may a
 * crash, which is why tokens never fall below the microseconds since 1970.
 *
 * @param table the quoted name of the table of tokens
 */
record AdvisorySql(String table) {

    static final String DEFAULT_TABLE = "lockproof_token";

    private static final String MICROS_SINCE_1970 = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    static AdvisorySql of(String name) {
        return new AdvisorySql(LeaseSql.of(name).table());
    }

    String createTable() {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                  lock_key text COLLATE "C" PRIMARY KEY,
                  token    bigint NOT NULL
                ) WITH (fillfactor = 70)""".formatted(table);
    }

    /**
     * Takes the lock if it is free, and a token if so. The transaction ends, and the lock with it, when the client is silent for
     * longer than the time to live; and its commit need not be on disk, because the token does not depend on it.
     *
     * <p>Parameters: millis to live, the lock's bits, key. Gives the isolation, whether the lock was free, and the token.
     */
    String tryLock() {
        return """
                WITH settings AS MATERIALIZED (
                  SELECT current_setting('transaction_isolation') AS isolation,
                    set_config('idle_in_transaction_session_timeout', ?, true),
                    set_config('synchronous_commit', 'off', true)),
                locked AS MATERIALIZED (
                  SELECT isolation, isolation = 'read committed' AND pg_try_advisory_xact_lock(?) AS is_free FROM settings),
                raised AS (
                  INSERT INTO %1$s AS t (lock_key, token)
                  SELECT ?, %2$s FROM locked WHERE is_free
                  ON CONFLICT (lock_key) DO UPDATE SET token = greatest(t.token + 1, excluded.token)
                  RETURNING token)
                SELECT isolation, is_free, (SELECT token FROM raised) FROM locked
                """.formatted(table, MICROS_SINCE_1970);
    }

    /**
     * Waits for the lock in the server's queue. Parameters: the longest wait in millis, the millis that it may be kept without
     * being used, the lock's bits.
     */
    String lock() {
        return "SELECT set_config('lock_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true),"
                + " pg_advisory_xact_lock(?)";
    }

    /** Raises the token of a lock that is held. Parameters: key, the smallest token; gives the token. */
    String raise() {
        return """
                INSERT INTO %1$s AS t (lock_key, token) VALUES (?, greatest(%2$s, ?))
                ON CONFLICT (lock_key) DO UPDATE SET token = greatest(t.token + 1, excluded.token)
                RETURNING token
                """.formatted(table, MICROS_SINCE_1970);
    }

    /** Lets the lock be held for a further time. Parameter: millis to live. */
    String renew() {
        return "SELECT set_config('idle_in_transaction_session_timeout', ?, true)";
    }

    /**
     * Looks at a lock from outside. Parameters: the lock's bits, twice, key. Gives whether somebody holds it, and the last token
     * that was committed.
     */
    String look() {
        return """
                SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND classid = ((?::bigint >> 32) & 4294967295)::oid AND objid = (?::bigint & 4294967295)::oid),
                  coalesce((SELECT token FROM %s WHERE lock_key = ?), 0)
                """.formatted(table);
    }
}
