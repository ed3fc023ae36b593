package dev.lockproof.fuzz.shop;

import dev.lockproof.LockProof;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.RunsInline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Watches a program from inside, one program at a time on each thread. */
public final class Probe {

    private static final ThreadLocal<Probe> CURRENT = ThreadLocal.withInitial(Probe::new);
    private static final int FUEL = 3_000;

    private final List<Runnable> kept = new ArrayList<>();
    private int steps;
    private int made;
    private int uses;

    private Probe() {}

    /** A program that has run long enough. */
    public static final class OutOfFuel extends Error {

        private static final long serialVersionUID = 1L;

        private OutOfFuel() {
            super("ran long enough", null, false, false);
        }
    }

    /** A proof that was used without its lock. */
    public static final class Misuse extends Error {

        private static final long serialVersionUID = 1L;

        private Misuse(String message) {
            super(message);
        }
    }

    /** Forgets the program before. */
    public static void reset() {
        CURRENT.remove();
    }

    /** Is called wherever a program calls or repeats, so that none runs for ever. */
    public static void step() {
        Probe probe = CURRENT.get();
        probe.steps++;
        if (probe.steps > FUEL) {
            throw new OutOfFuel();
        }
    }

    /**
     * Tosses a coin, the same way in every run of a program.
     *
     * @return how it fell
     */
    public static boolean coin() {
        step();
        return Integer.bitCount(CURRENT.get().steps * 0x9e3779b9) % 2 == 0;
    }

    /** Throws what programs catch, sometimes. */
    public static void mayThrow() {
        if (coin()) {
            throw new Oops();
        }
    }

    /**
     * Gives an id that no entity has.
     *
     * @return a new one
     */
    public static String newId() {
        return "new" + CURRENT.get().made++;
    }

    /**
     * Uses a proof.
     *
     * @param proof any proof
     */
    public static void proof(LockProof<?> proof) {
        CURRENT.get().uses++;
        if (!proof.lock().isHeld()) {
            throw new Misuse(proof + " was used after its lock");
        }
    }

    /**
     * Uses a locked account.
     *
     * @param account what the compiler takes for locked
     */
    @SuppressWarnings("lockproof:proof.downcast") // to find out whether the compiler was right
    public static void locked(@Locked Account account) {
        if (Objects.requireNonNull(account) instanceof LockProof<?> proof) {
            proof(proof);
        } else {
            throw new Misuse(account + " is no proof, and was taken for locked");
        }
    }

    /**
     * Runs a function now and once more when the program has ended, as code may that promises nothing.
     *
     * @param task what to run
     */
    public static void anyTime(Runnable task) {
        CURRENT.get().kept.add(task);
        task.run();
    }

    /**
     * Runs a function now, as it promises.
     *
     * @param task what to run
     */
    public static void now(@RunsInline Runnable task) {
        task.run();
    }

    /** Runs what was kept. Called after the program has ended. */
    public static void runKept() {
        Probe probe = CURRENT.get();
        probe.steps = 0;
        List.copyOf(probe.kept).forEach(Runnable::run);
    }

    /**
     * Tells how often the program used a proof.
     *
     * @return the count since {@link #reset}
     */
    public static int uses() {
        return CURRENT.get().uses;
    }
}
