package dev.lockproof.jdbc;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.TransactionHooks;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A transaction of one thread, and used by that thread alone. */
final class Transaction {

    private final Connection connection;
    private final TransactionHooks hooks = new TransactionHooks();
    private @Nullable Throwable failure;
    private int isolation = Connection.TRANSACTION_NONE;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    TransactionHooks hooks() {
        return hooks;
    }

    /**
     * Says that a statement failed. Some databases end the transaction then and would run the next statement outside of it:
     * nothing more is done in this one.
     */
    void fail(Throwable reason) {
        hooks.doom(reason);
        if (failure == null) {
            failure = reason;
        }
    }

    void requireUsable(Operation operation) {
        if (failure != null) {
            throw new LockBackendException(
                    operation.text()
                            + " was not tried, because the transaction has failed before: let the exception leave "
                            + "inTransaction, and repeat the whole",
                    true,
                    failure);
        }
    }

    /** Refuses a claim where the transaction could go on to read what was there before the lock was granted. */
    void requireFreshReads(Operation operation) throws SQLException {
        if (isolation == Connection.TRANSACTION_NONE) {
            isolation = connection.getTransactionIsolation();
        }
        if (isolation > Connection.TRANSACTION_READ_COMMITTED) {
            LockBackendException refused = new LockBackendException(
                    operation.text() + " was refused, because the transaction is "
                            + (isolation == Connection.TRANSACTION_SERIALIZABLE ? "SERIALIZABLE" : "REPEATABLE READ")
                            + ": it may go on to read what was there before the lock was granted. Take the lock before the "
                            + "transaction begins, or use READ COMMITTED, for example by "
                            + "JdbcStore.builder(…).isolation(Connection.TRANSACTION_READ_COMMITTED)",
                    true,
                    null);
            hooks.doom(refused);
            throw refused;
        }
    }
}
