package dev.lockproof.memory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions, one per thread. */
final class Transactions {

    @SuppressWarnings("ThreadLocalUsage") // one for each store; emptied when the transaction is over
    private final ThreadLocal<@Nullable Transaction> active = new ThreadLocal<>();

    private final Gate gate;

    Transactions(Gate gate) {
        this.gate = gate;
    }

    /** Gives this thread's transaction. */
    @Nullable
    Transaction active() {
        return active.get();
    }

    <R extends @Nullable Object> R run(Supplier<R> work) {
        Transaction outer = active.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    private <R extends @Nullable Object> R begin(Supplier<R> work) {
        Transaction transaction = new Transaction();
        active.set(transaction);
        R result;
        try {
            result = work.get();
            transaction.hooks().beforeCommit();
        } catch (Throwable e) {
            active.remove();
            transaction.rollback();
            transaction.hooks().afterCompletion();
            throw e;
        }
        active.remove();
        transaction.commit(gate);
        transaction.hooks().afterCompletion();
        return result;
    }

    private static <R extends @Nullable Object> R join(Transaction outer, Supplier<R> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            outer.doom(e);
            throw e;
        }
    }
}
