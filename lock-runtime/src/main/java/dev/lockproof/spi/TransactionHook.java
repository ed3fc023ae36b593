package dev.lockproof.spi;

/** Is told how a store's transaction goes on. Called on the transaction's thread. */
public interface TransactionHook {

    /** Called before the commit. A throwable that it throws rolls the transaction back and reaches the caller. */
    void beforeCommit();

    /** Called once after the commit or the rollback. Must not throw. */
    void afterCompletion();
}
