package dev.lockproof;

import dev.lockproof.spi.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds one acquired lock, from its acquisition to its release.
 *
 * <p>Only a {@link LockService} makes grants, so a proof that was written by hand can't have one, and without one nothing
 * can be written. The holder's own view is cautious: a grant counts as lost from a safety margin before the lease ends in
 * the backend, by the monotonic clock, without asking anyone. Thread-safe.
 */
public final class LockGrant {

    private final Hold hold;
    private @Nullable ProofBinding binding;

    LockGrant(Hold hold) {
        this.hold = hold;
    }

    /**
     * Tells what is locked.
     *
     * @return the key
     */
    public LockKey key() {
        return hold.key();
    }

    /**
     * Tells the fencing token, which the store compares in every write.
     *
     * @return the token: positive, and larger than every earlier one for the key
     */
    public long token() {
        return hold.token();
    }

    /**
     * Tells when the lock was acquired.
     *
     * @return the moment, by the service's clock for people
     */
    public Instant acquiredAt() {
        return hold.acquiredAt();
    }

    /**
     * Tells how long the lock is held unless the lease is renewed.
     *
     * @return the time, without the safety margin; zero if the lock is not held any more
     */
    public Duration remaining() {
        return hold.remaining();
    }

    /**
     * Tells whether the lock is held, as far as is known without asking the backend.
     *
     * @return false from the moment the lease ran out, was found to be taken over, or was released
     */
    public boolean isHeld() {
        return hold.isHeld();
    }

    /**
     * Does nothing if the lock is held.
     *
     * @throws LockLostException if it is not
     */
    public void ensureHeld() {
        hold.ensureHeld();
    }

    /**
     * Runs an action once if the lock is lost while it is held: at the latest when the lease has run out.
     *
     * <p>The action runs on a thread of the service's scheduler, at once if the lock is lost already. What it throws is
     * logged. If the lock is released in time it never runs; if it is the release that finds the lease run out, it runs then.
     *
     * @param action called at most once
     */
    public void onLost(Runnable action) {
        hold.onLost(action);
    }

    /**
     * Releases the lock. For the {@code close()} of generated proofs; programs close the proof.
     *
     * <p>Never throws an exception and never waits for the network; repeated calls do nothing. Inside a transaction of the
     * entity's store the lock stays held until the transaction is over. An {@link Error} of a listener or another collaborator
     * is thrown after the release.
     */
    public void release() {
        hold.release();
    }

    /** Gives the row that was claimed together with the lease, a single time; null if there is none. */
    @Nullable
    Row takeRow() {
        return hold.takeRow();
    }

    /** Ties the one proof to this grant, before anybody else sees either. */
    void bind(ProofBinding binding) {
        this.binding = binding;
    }

    @Nullable
    ProofBinding binding() {
        return binding;
    }

    /** Says that the store refused this grant's token. */
    void lose() {
        hold.lose("the store has seen the token of a later holder");
    }

    /** Says that a write was refused, although the lock seemed to be held. */
    LockLostException lost(String reason) {
        return hold.lost(reason);
    }

    @Override
    public String toString() {
        return "LockGrant[" + hold + "]";
    }
}
