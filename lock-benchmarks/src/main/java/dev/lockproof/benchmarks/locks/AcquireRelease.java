package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Acquires and releases, with nothing in between. Run by {@link AcquireTime}, which takes the subjects in turn.
 *
 * <p>JMH calls the methods from classes of its own, whose methods cannot carry {@code @AcquiresLock}.
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class AcquireRelease {

    /** What is measured. */
    @Param
    public Subject subject = Subject.MAP;

    private @Nullable Locking locking;

    /** Opens the library. */
    @Setup
    public void open() {
        locking = subject.open();
    }

    /** Closes the library. */
    @TearDown
    public void close() {
        locking().close();
    }

    /**
     * Takes some locks that nobody else wants. The median of the times is that of a thread that is not
     * interrupted by other threads or programs, however many there are.
     *
     * @param own this thread's locks
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @SuppressWarnings("lockproof:effect.undeclared")
    public void uncontended(OwnLocks own) {
        own.holdSome();
    }

    /**
     * Takes the lock that all the others want, too.
     *
     * @param shared the one lock
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @SuppressWarnings("lockproof:effect.undeclared")
    public void contended(SharedLock shared) {
        shared.lock().hold(NamedLock.EMPTY);
    }

    private Locking locking() {
        if (locking == null) {
            throw new IllegalStateException("not open");
        }
        return locking;
    }

    /** The locks that one thread takes in turn. */
    @State(Scope.Thread)
    public static class OwnLocks {

        /** How many locks one call takes. Its time has to be far below what a thread runs without a break. */
        static final int AT_ONCE = 256;

        /** So many that a lock comes again only after a millisecond: until then, ShedLock takes it for held. */
        private static final int COUNT = 16 * AT_ONCE;

        /** Enough for the compiler, which on a busy machine sees little of the program in JMH's seconds of warm-up. */
        private static final int WARM_UP_CALLS = 2_000;

        private final NamedLock[] locks = new NamedLock[COUNT];
        private int next;

        /**
         * Names the locks, and takes them often enough for the code to be compiled.
         *
         * @param all all locks
         * @param thread this thread
         */
        @Setup
        @SuppressWarnings("lockproof:effect.undeclared")
        public void name(AcquireRelease all, ThreadParams thread) {
            for (int i = 0; i < COUNT; i++) {
                locks[i] = all.locking().named("account-" + thread.getThreadIndex() + "-" + i);
            }
            if (thread.getThreadIndex() == 0) {
                warmUp();
            }
        }

        @AcquiresLock
        private void warmUp() {
            for (int i = 0; i < WARM_UP_CALLS; i++) {
                holdSome();
            }
        }

        @AcquiresLock
        void holdSome() {
            int end = next + AT_ONCE;
            for (int i = next; i < end; i++) {
                locks[i].hold(NamedLock.EMPTY);
            }
            next = end % COUNT;
        }
    }

    /** The one lock of all threads. */
    @State(Scope.Benchmark)
    public static class SharedLock {

        private @Nullable NamedLock lock;

        /**
         * Names the lock.
         *
         * @param all all locks
         */
        @Setup
        public void name(AcquireRelease all) {
            lock = all.locking().named("account");
        }

        NamedLock lock() {
            if (lock == null) {
                throw new IllegalStateException("not named");
            }
            return lock;
        }
    }
}
