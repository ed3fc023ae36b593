package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import dev.lockproof.jdbc.SqlClaim;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.spi.Row;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of leases: each method is one statement. Thread-safe. */
final class LeaseTable {

    /** Longer than any program runs, and short enough to count in nanoseconds. */
    private static final Duration LONGEST_TTL = Duration.ofDays(36_500);

    /** How many columns come before those of an entity's row. */
    private static final int ANSWER_COLUMNS = 4;

    private final Database database;
    private final LeaseSql sql;
    private final Holder holder;

    /** The statements that claim a row, too, by that part of them. One for each entity. */
    private final Map<String, String> joinedSql = new ConcurrentHashMap<>();

    LeaseTable(Database database, LeaseSql sql, Holder holder) {
        this.database = database;
        this.sql = sql;
        this.holder = holder;
    }

    /**
     * What became of an attempt.
     *
     * @param attempt granted or busy
     * @param isQueued whether the row knows that the owner waits for it
     * @param row the entity's row, if it was claimed, too
     */
    record Answer(
            Attempt attempt, boolean isQueued, @Nullable Row row) {

        /** Lets who was refused ask again no later than after a time. */
        Answer busyWithin(Duration longest) {
            return attempt instanceof Attempt.Busy busy ? new Answer(busy.within(longest), isQueued, row) : this;
        }
    }

    /** Takes a row if it is free, or held by one of the owners that are known to have released it. */
    Answer acquire(LockKey key, OwnerId asking, Duration ttl, Collection<OwnerId> released) {
        return acquire(key, asking, ttl, released, true);
    }

    private Answer acquire(LockKey key, OwnerId asking, Duration ttl, Collection<OwnerId> released, boolean isSettled) {
        Database.Work<Answer> work = statement -> {
            int next = bindGrant(statement, key, asking, ttl, released);
            bindAnswer(statement, next, key, asking);
            return answer(statement, key, asking, null);
        };
        return database.run("The acquisition of the lock " + key, sql.acquire(), work, isSettled);
    }

    /**
     * Takes a row as {@link #acquire} does, and claims an entity's row in the same statement; where that fails, without it. So
     * what is wrong with the entity's table is found by the store, which knows what to say about it.
     */
    Answer acquireAndClaim(
            LockKey key, OwnerId asking, Duration ttl, Collection<OwnerId> released, JoinedClaim joined) {
        if (!(joined instanceof SqlClaim<?> claim)) {
            return acquire(key, asking, ttl, released);
        }
        Database.Tried<Answer> both = tryBoth(key, asking, ttl, released, claim);
        return both.answer().orElseGet(() -> acquire(key, asking, ttl, released, both.isSettled()));
    }

    private Database.Tried<Answer> tryBoth(
            LockKey key, OwnerId asking, Duration ttl, Collection<OwnerId> released, SqlClaim<?> claim) {
        String statementForBoth = joinedSql.computeIfAbsent(claim.sql(), sql::acquireAnd);
        return database.tryRun("The acquisition of the lock " + key + " with its row", statementForBoth, statement -> {
            int next = claim.bind(statement, bindGrant(statement, key, asking, ttl, released));
            bindAnswer(statement, next, key, asking);
            return answer(statement, key, asking, claim);
        });
    }

    private int bindGrant(
            PreparedStatement statement, LockKey key, OwnerId asking, Duration ttl, Collection<OwnerId> released)
            throws SQLException {
        long micros = micros(ttl);
        statement.setString(1, StoredKey.of(key));
        statement.setString(2, asking.toString());
        statement.setLong(3, micros);
        statement.setString(4, holder.describe());
        statement.setLong(5, micros);
        statement.setString(6, array(released));
        return 7;
    }

    private static void bindAnswer(PreparedStatement statement, int first, LockKey key, OwnerId asking)
            throws SQLException {
        String owner = asking.toString();
        statement.setString(first, owner);
        statement.setString(first + 1, owner);
        statement.setString(first + 2, StoredKey.of(key));
    }

    private static Answer answer(PreparedStatement statement, LockKey key, OwnerId asking, @Nullable SqlClaim<?> claim)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                // Made by somebody else while the statement ran.
                return new Answer(new Attempt.Busy(Duration.ZERO, null), false, null);
            }
            long token = row.getLong(1);
            if (!row.wasNull()) {
                Attempt granted = granted(key, asking, token, row.getBoolean(4));
                return new Answer(granted, false, claim == null ? null : claim.read(row, ANSWER_COLUMNS + 1));
            }
            Duration retryAfter = Duration.of(row.getLong(2), ChronoUnit.MICROS);
            return new Answer(new Attempt.Busy(retryAfter, row.getString(3)), row.getBoolean(4), null);
        }
    }

    /** While others wait, the lease is handed over to few in this process. */
    private static Attempt granted(LockKey key, OwnerId owner, long token, boolean othersWait) {
        int spare = othersWait ? LeaseSql.SPARE_WHILE_OTHERS_WAIT : LeaseSql.SPARE_TOKENS;
        return new Attempt.Granted(new Lease(key, owner, token), spare);
    }

    boolean renew(Lease lease, Duration ttl) {
        return database.run("The renewal of the lock " + lease.key(), sql.renew(), statement -> {
            statement.setLong(1, micros(ttl));
            statement.setString(2, StoredKey.of(lease.key()));
            statement.setString(3, lease.owner().toString());
            return statement.executeUpdate() == 1;
        });
    }

    Attempt advance(Lease lease, long atLeast) {
        return database.run("The raising of the token of the lock " + lease.key(), sql.advance(), statement -> {
            statement.setLong(1, atLeast);
            statement.setString(2, StoredKey.of(lease.key()));
            statement.setString(3, lease.owner().toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? granted(lease.key(), lease.owner(), row.getLong(1), row.getBoolean(2))
                        : new Attempt.Busy(Duration.ZERO, null);
            }
        });
    }

    /** Ends leases. */
    void release(List<Lease> leases) {
        String what = leases.size() == 1
                ? "The release of the lock " + leases.get(0).key()
                : "The release of " + leases.size() + " locks, " + leases.get(0).key() + " among them,";
        database.run(what, sql.release(), statement -> {
            statement.setArray(1, texts(statement, leases.stream().map(lease -> StoredKey.of(lease.key()))));
            statement.setArray(
                    2,
                    texts(statement, leases.stream().map(lease -> lease.owner().toString())));
            statement.setString(3, sql.channel());
            return statement.execute();
        });
    }

    private static Array texts(PreparedStatement statement, Stream<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    /** Lets those who release the key know that an owner waits for it. */
    void enqueue(LockKey key, OwnerId waiting) {
        String owner = waiting.toString();
        database.run("The wait for the lock " + key, sql.enqueue(), statement -> {
            statement.setString(1, StoredKey.of(key));
            statement.setString(2, owner);
            statement.setString(3, owner);
            return statement.executeUpdate();
        });
    }

    /** Ends an owner's wait. Gives false if it was not among those who wait. */
    boolean dequeue(LockKey key, OwnerId waiting) {
        String owner = waiting.toString();
        return database.run("The end of the wait for the lock " + key, sql.dequeue(), statement -> {
            statement.setString(1, owner);
            statement.setString(2, StoredKey.of(key));
            statement.setString(3, owner);
            return statement.executeUpdate() == 1;
        });
    }

    /** Deletes rows that were not used for a time, at most so many. Gives how many there were. */
    int purge(Duration unusedFor, int most) {
        return database.run("The purge of unused rows", sql.purge(), statement -> {
            statement.setLong(1, micros(unusedFor));
            statement.setInt(2, most);
            return statement.executeUpdate();
        });
    }

    void createIfMissing() {
        database.createTable(sql.table(), sql.createTable());
    }

    /** As PostgreSQL writes an array; owners have nothing that would need quotes. */
    private static String array(Collection<OwnerId> owners) {
        return owners.stream().map(OwnerId::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static long micros(Duration duration) {
        Duration capped = duration.compareTo(LONGEST_TTL) < 0 ? duration : LONGEST_TTL;
        return capped.toNanos() / 1000;
    }
}
