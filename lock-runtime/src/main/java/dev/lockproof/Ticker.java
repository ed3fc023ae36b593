package dev.lockproof;

/**
 * Reads a monotonic clock, by which deadlines are measured.
 *
 * <p>Only differences between readings mean something. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Ticker {

    /**
     * Reads the clock.
     *
     * @return nanoseconds since an arbitrary moment
     */
    long read();

    /**
     * Gives the ticker of the Java machine.
     *
     * @return {@link System#nanoTime()}
     */
    static Ticker system() {
        return SystemTime.TICKER;
    }
}
