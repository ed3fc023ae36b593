package dev.lockproof.spi;

import dev.lockproof.LockBackendException;
import dev.lockproof.internal.Each;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the hooks of one transaction, and whether it must be rolled back: what transactions of all stores share. For the
 * transaction's thread alone.
 */
public final class TransactionHooks {

    private static final System.Logger LOG = System.getLogger(TransactionHooks.class.getName());

    private final Set<TransactionHook> hooks = new LinkedHashSet<>();
    private @Nullable Throwable doom;

    /** Makes the hooks of a transaction that has just begun. */
    public TransactionHooks() {}

    /**
     * Adds a hook, unless it is there already.
     *
     * @param hook the hook
     */
    public void register(TransactionHook hook) {
        hooks.add(hook);
    }

    /**
     * Makes sure that the transaction is rolled back, even if the caller catches what was thrown.
     *
     * @param reason what was thrown; the first one counts
     */
    public void doom(Throwable reason) {
        if (doom == null) {
            doom = reason;
        }
    }

    /**
     * Asks the hooks, also those that are registered by one of them, whether to commit.
     *
     * @throws LockBackendException if the transaction is doomed
     */
    public void beforeCommit() {
        List<TransactionHook> told = new ArrayList<>();
        while (told.size() < hooks.size()) {
            TransactionHook next = List.copyOf(hooks).get(told.size());
            told.add(next);
            next.beforeCommit();
        }
        if (doom != null) {
            throw new LockBackendException(
                    "The transaction was rolled back, because a part of it failed and the exception was caught inside: "
                            + "let the exception leave inTransaction, and repeat the whole",
                    true,
                    doom);
        }
    }

    /** Tells each hook that the transaction is over. An error of one is thrown when all have been told. */
    public void afterCompletion() {
        Each.of(hooks, TransactionHooks::complete);
    }

    private static void complete(TransactionHook hook) {
        try {
            hook.afterCompletion();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A transaction's hook failed after completion: " + hook, e);
        }
    }
}
