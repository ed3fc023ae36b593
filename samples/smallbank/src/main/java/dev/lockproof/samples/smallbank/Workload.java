package dev.lockproof.samples.smallbank;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Loads a bank, runs procedures on it, and adds up.
 *
 * @param customers how many customers
 * @param hot how many of them are in the hot spot
 * @param threads how many threads run procedures
 * @param seconds for how long
 * @param seed of the balances and picks
 */
record Workload(int customers, int hot, int threads, int seconds, long seed) {

    /** Balances to begin with, in cents. */
    private static final long LEAST = 10_000_00;

    private static final long MOST = 50_000_00;

    /** How many customers are loaded in one transaction. */
    private static final int AT_ONCE = 500;

    Outcome run(Bank bank, PrintWriter out) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        long before = load(bank, random, out);
        out.println(String.format(
                Locale.ROOT, "%,d of them are hot; %d threads for %d s; seed %d", hot, threads, seconds, seed));
        Tally tally = run(bank, random, new Progress(out));
        return new Outcome(tally, tally.change(), before, bank.total());
    }

    private void load(Bank bank, SplittableRandom random, Progress progress) {
        for (int first = 0; first < customers; first += AT_ONCE) {
            int from = first;
            int to = Math.min(customers, first + AT_ONCE);
            bank.together(() -> open(bank, from, to, random));
            progress.loaded(to, customers);
        }
    }

    private static void open(Bank bank, int from, int to, SplittableRandom random) {
        for (int customer = from; customer < to; customer++) {
            bank.open(
                    new Account(Customers.name(customer), customer),
                    random.nextLong(LEAST, MOST + 1),
                    random.nextLong(LEAST, MOST + 1));
        }
    }

    /** Opens the accounts of all customers. Gives the sum of all balances. */
    long load(Bank bank, SplittableRandom random, PrintWriter out) {
        load(bank, random, new Progress(out));
        return bank.total();
    }

    private Tally run(Bank bank, SplittableRandom random, Progress progress) throws InterruptedException {
        Tellers tellers = Tellers.start(bank, this, random, false);
        for (int second = 1; second <= seconds && !tellers.areStoppedInASecond(); second++) {
            progress.running(second, seconds, tellers.finished());
        }
        return tellers.stop();
    }
}
