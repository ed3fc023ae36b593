package dev.lockproof.samples.smallbank;

import dev.lockproof.Query;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the receipts in the store with what the processes say that they did. */
final class Audit {

    private static final Set<Procedure> WITH_RECEIPT =
            EnumSet.of(Procedure.DEPOSIT_CHECKING, Procedure.TRANSACT_SAVINGS, Procedure.WRITE_CHECK);

    private final Map<String, Long> counts = new HashMap<>();
    private long cents;

    private Audit() {}

    static Audit of(ReceiptRepository receipts) {
        Audit audit = new Audit();
        try (Stream<PersistentReceipt> all = receipts.stream(Query.all())) {
            all.forEach(receipt -> {
                audit.counts.merge(receipt.teller(), 1L, Long::sum);
                audit.cents += receipt.cents();
            });
        }
        return audit;
    }

    /** By how much all receipts together changed the sum of the balances, in cents. */
    long cents() {
        return cents;
    }

    /**
     * Looks for a change that was reported and isn't there, or is there and wasn't reported.
     *
     * @return what is wrong, or null
     */
    @Nullable
    String complaint(String teller, Tally tally) {
        long done = 0;
        long unknown = 0;
        for (Procedure procedure : WITH_RECEIPT) {
            done += tally.line(procedure).done();
            unknown += tally.line(procedure).failed();
        }
        long stored = counts.getOrDefault(teller, 0L);
        return stored < done || stored > done + unknown
                ? teller + " reported " + done + " changes as done and " + unknown + " as failed, and the store has "
                        + stored
                : null;
    }
}
