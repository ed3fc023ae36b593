package dev.lockproof;

import dev.lockproof.internal.Each;
import java.util.List;

/**
 * Holds the proofs of two locks that were taken together.
 *
 * <p>Belongs to the thread that acquired it and is not thread-safe.
 *
 * @param <A> the first proof's type
 * @param <B> the second proof's type
 */
public final class LockedPair<A extends LockProof<?>, B extends LockProof<?>> implements AutoCloseable {

    private final A first;
    private final B second;

    LockedPair(A first, B second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Gives the proof for the entity that was named first.
     *
     * @return the first proof
     */
    public A first() {
        return first;
    }

    /**
     * Gives the proof for the entity that was named second. If both are the same entity, it is the first proof.
     *
     * @return the second proof
     */
    public B second() {
        return second;
    }

    /**
     * Releases both locks, the last one taken first. Never throws an exception and never waits for the network; idempotent. An
     * {@link Error} of a listener or another collaborator is thrown when all are released.
     */
    @Override
    public void close() {
        boolean firstWasTakenFirst = first.lock().key().compareTo(second.lock().key()) < 0;
        LockGrant earlier = firstWasTakenFirst ? first.lock() : second.lock();
        LockGrant later = firstWasTakenFirst ? second.lock() : first.lock();
        Each.of(List.of(later, earlier), LockGrant::release);
    }
}
