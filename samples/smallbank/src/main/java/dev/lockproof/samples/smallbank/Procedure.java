package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.AcquiresLock;
import java.util.List;
import java.util.random.RandomGenerator;

/** The procedures with their weights and amounts, as in H-Store and BenchBase. */
enum Procedure {
    AMALGAMATE("Amalgamate", 15, (bank, customers) -> {
        Customers.Pair pair = customers.pair();
        bank.amalgamate(pair.first(), pair.second());
        return 0;
    }),
    BALANCE("Balance", 15, (bank, customers) -> {
        bank.balance(customers.one());
        return 0;
    }),
    DEPOSIT_CHECKING("DepositChecking", 15, (bank, customers) -> {
        bank.depositChecking(customers.one(), 1_30);
        return 1_30;
    }),
    SEND_PAYMENT("SendPayment", 25, (bank, customers) -> {
        Customers.Pair pair = customers.pair();
        bank.sendPayment(pair.first(), pair.second(), 5_00);
        return 0;
    }),
    TRANSACT_SAVINGS("TransactSavings", 15, (bank, customers) -> {
        bank.transactSavings(customers.one(), 20_20);
        return 20_20;
    }),
    WRITE_CHECK("WriteCheck", 15, (bank, customers) -> {
        long penalty = bank.writeCheck(customers.one(), 5_00);
        return -5_00 - penalty;
    });

    private static final List<Procedure> ALL = List.of(values());

    private final String title;
    private final int percent;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
    private final Work work;

    Procedure(String title, int percent, Work work) {
        this.title = title;
        this.percent = percent;
        this.work = work;
    }

    /** Draws a procedure by weight. */
    static Procedure draw(RandomGenerator random) {
        int point = random.nextInt(100);
        for (Procedure procedure : ALL) {
            point -= procedure.percent;
            if (point < 0) {
                return procedure;
            }
        }
        throw new IllegalStateException("The weights do not add up to 100");
    }

    String title() {
        return title;
    }

    int percent() {
        return percent;
    }

    /**
     * Runs the procedure on customers that are picked for it.
     *
     * @return by how much it changed the sum of all balances, in cents
     * @throws InsufficientFunds if it was refused
     */
    @AcquiresLock
    long run(Bank bank, Customers customers) {
        return work.run(bank, customers);
    }

    /** What a procedure does. The annotation allows a lambda for it to take locks. */
    @FunctionalInterface
    private interface Work {
        @AcquiresLock
        long run(Bank bank, Customers customers);
    }
}
