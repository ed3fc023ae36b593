package dev.lockproof.samples.smallbank;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockLostException;
import dev.lockproof.LockTimeoutException;
import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs procedures, one after the other, until told to stop. The work of one thread. */
final class Teller {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Bank bank;
    private final Customers customers;
    private final RandomGenerator random;
    private final CountDownLatch stop;
    private final boolean isPatient;
    private final Tally tally = new Tally();
    private volatile long finished;
    private volatile @Nullable RuntimeException failure;

    /**
     * @param stop when it is at zero all tellers stop; one that fails brings it there
     * @param isPatient whether to go on after a failure of the backend
     */
    Teller(Bank bank, Customers customers, RandomGenerator random, CountDownLatch stop, boolean isPatient) {
        this.bank = bank;
        this.customers = customers;
        this.random = random;
        this.stop = stop;
        this.isPatient = isPatient;
    }

    @AcquiresLock
    void run() {
        try {
            while (stop.getCount() > 0) {
                serve(Procedure.draw(random));
                finished = tally.finished();
            }
        } catch (RuntimeException e) {
            failure = e;
            stop.countDown();
        }
    }

    private void serve(Procedure procedure) {
        long began = System.nanoTime();
        try {
            long change = procedure.run(bank, customers);
            tally.done(procedure, System.nanoTime() - began, change);
        } catch (InsufficientFunds e) {
            tally.refused(procedure);
        } catch (LockTimeoutException e) {
            tally.withoutLock(procedure);
        } catch (LockLostException e) {
            tally.lost(procedure);
        } catch (LockBackendException e) {
            if (!isPatient) {
                throw e;
            }
            tally.failed(procedure);
            // The backend needs time to come back, and the log doesn't need each attempt.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Says how many procedures were run so far. Any thread may ask. */
    long finished() {
        return finished;
    }

    /** Gives the sums, once the thread is over. */
    Tally tally() {
        if (failure != null) {
            throw failure;
        }
        return tally;
    }
}
