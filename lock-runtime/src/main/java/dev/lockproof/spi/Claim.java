package dev.lockproof.spi;

/**
 * Says what became of the claim on a row.
 *
 * @param <T> what was claimed
 */
public sealed interface Claim<T> {

    /**
     * The fence was raised to the token.
     *
     * @param value the row as it was read in the same step
     * @param <T> what was claimed
     */
    record Claimed<T>(T value) implements Claim<T> {}

    /**
     * There is no such row.
     *
     * @param <T> what was to be claimed
     */
    record Missing<T>() implements Claim<T> {}

    /**
     * The fence was already at the token or past it: the source of the tokens went backwards.
     *
     * @param fence the row's fence
     * @param <T> what was to be claimed
     */
    record Superseded<T>(long fence) implements Claim<T> {}
}
