package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.EntityStore;
import java.util.UUID;

/** Keeps receipts, or doesn't: a bank of one process that nobody kills can count its money without. */
interface Receipts {

    /** Does without receipts. */
    Receipts NONE = new Receipts() {
        @Override
        public void book(long cents, @RunsInline Runnable change) {
            change.run();
        }
    };

    /**
     * Makes a change together with its receipt, or neither.
     *
     * @param cents by how much the change alters the sum of all balances
     * @param change changes the balances, under their locks
     */
    void book(long cents, @RunsInline Runnable change);

    /**
     * Keeps receipts in a store.
     *
     * @param receipts where
     * @param store the store of the repository
     * @param teller the name of this process
     */
    static Receipts in(ReceiptRepository receipts, EntityStore store, String teller) {
        return new Receipts() {
            @Override
            public void book(long cents, @RunsInline Runnable change) {
                store.inTransaction(() -> {
                    change.run();
                    receipts.save(new Receipt(UUID.randomUUID(), teller, cents));
                });
            }
        };
    }
}
