package dev.lockproof.samples.smallbank;

import dev.lockproof.Locks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The tellers of one process, each on a thread of its own. */
final class Tellers {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Teller> tellers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Tellers() {}

    /** Starts to run procedures. */
    static Tellers start(Bank bank, Workload workload, SplittableRandom random, boolean arePatient) {
        Tellers tellers = new Tellers();
        for (int i = 0; i < workload.threads(); i++) {
            Customers customers = new Customers(workload.customers(), workload.hot(), random.split());
            Teller teller = new Teller(bank, customers, random.split(), tellers.stop, arePatient);
            tellers.tellers.add(teller);
            tellers.threads.add(new Thread(Locks.detached(teller::run), "teller-" + i));
        }
        tellers.threads.forEach(Thread::start);
        return tellers;
    }

    /** Waits for a second. Gives true at once if a teller failed. */
    boolean areStoppedInASecond() throws InterruptedException {
        return stop.await(1, TimeUnit.SECONDS);
    }

    /** Says how many procedures were run so far. */
    long finished() {
        return tellers.stream().mapToLong(Teller::finished).sum();
    }

    /** Stops all tellers, and adds up when they are quiet. */
    Tally stop() throws InterruptedException {
        stop.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Tally sum = new Tally();
        tellers.forEach(teller -> sum.add(teller.tally()));
        return sum;
    }
}
