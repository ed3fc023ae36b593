package dev.lockproof;

import dev.lockproof.internal.Each;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Holds the proofs of several locks that were taken together.
 *
 * <p>Belongs to the thread that acquired it and is not thread-safe.
 *
 * @param <L> the proofs' type
 */
public final class LockedGroup<L extends LockProof<?>> implements Iterable<L>, AutoCloseable {

    private final List<L> proofs;
    private final Map<LockKey, L> byKey = new HashMap<>();

    LockedGroup(List<L> proofs) {
        this.proofs = List.copyOf(proofs);
        this.proofs.forEach(proof -> byKey.put(proof.lock().key(), proof));
    }

    /**
     * Gives the proofs in the order in which the entities were named, each entity once.
     *
     * @return an immutable list
     */
    public List<L> proofs() {
        return proofs;
    }

    /**
     * Gives the proof for one entity.
     *
     * @param entity what was locked
     * @param <X> its proof's type
     * @return its proof
     * @throws NoSuchElementException if the entity is not one of those that were locked
     */
    @SuppressWarnings("unchecked") // the key names the entity's type, so its proof is the one that this entity asks for
    public <X extends L> X get(Persistent<?, X> entity) {
        L proof = byKey.get(entity.lockKey());
        if (proof == null) {
            throw new NoSuchElementException(
                    entity.lockKey() + " is not in this group: name it in the call of acquireAll");
        }
        return (X) proof;
    }

    @Override
    public Iterator<L> iterator() {
        return proofs.iterator();
    }

    /**
     * Releases all locks, the last one taken first. Never throws an exception and never waits for the network; idempotent. An
     * {@link Error} of a listener or another collaborator is thrown when all are released.
     */
    @Override
    public void close() {
        List<LockGrant> grants = proofs.stream()
                .map(LockProof::lock)
                .sorted(Comparator.comparing(LockGrant::key).reversed())
                .toList();
        Each.of(grants, LockGrant::release);
    }
}
