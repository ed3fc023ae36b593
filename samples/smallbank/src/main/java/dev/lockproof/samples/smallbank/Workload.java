package dev.lockproof.samples.smallbank;

import dev.lockproof.Locks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

    Outcome run(Bank bank, PrintWriter out) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        load(bank, random, new Progress(out));
        long before = bank.total();
        out.println(String.format(
                Locale.ROOT, "%,d of them are hot; %d threads for %d s; seed %d", hot, threads, seconds, seed));
        Tally tally = run(bank, random, new Progress(out));
        return new Outcome(tally, before, bank.total());
    }

    private void load(Bank bank, SplittableRandom random, Progress progress) {
        for (int customer = 0; customer < customers; customer++) {
            bank.open(
                    new Account(Customers.name(customer), customer),
                    random.nextLong(LEAST, MOST + 1),
                    random.nextLong(LEAST, MOST + 1));
            progress.loaded(customer + 1, customers);
        }
    }

    private Tally run(Bank bank, SplittableRandom random, Progress progress) throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        List<Teller> tellers = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Teller teller = new Teller(bank, new Customers(customers, hot, random.split()), random.split(), stop);
            tellers.add(teller);
            running.add(new Thread(Locks.detached(teller::run), "teller-" + i));
        }
        running.forEach(Thread::start);
        for (int second = 1; second <= seconds && !stop.await(1, TimeUnit.SECONDS); second++) {
            progress.running(
                    second,
                    seconds,
                    tellers.stream().mapToLong(Teller::finished).sum());
        }
        stop.countDown();
        for (Thread thread : running) {
            thread.join();
        }
        Tally sum = new Tally();
        tellers.forEach(teller -> sum.add(teller.tally()));
        return sum;
    }
}
