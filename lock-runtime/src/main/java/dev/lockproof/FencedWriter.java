package dev.lockproof;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import java.util.Objects;

/** Writes locked entities: checks the proof, then lets the store check its token. */
final class FencedWriter<T, ID> {

    private final EntityMapping<T, ID, ?, ?> mapping;
    private final EntityStore store;

    FencedWriter(EntityMapping<T, ID, ?, ?> mapping, EntityStore store) {
        this.mapping = mapping;
        this.store = store;
    }

    /** Writes the entity and gives the row that is stored now. */
    Row update(LockProof<?> proof) {
        LockGrant grant = check(proof, "saved");
        Row row = mapping.row(entity(proof));
        settle(store.update(mapping, row, grant.token()), grant, "saved");
        return row;
    }

    void delete(LockProof<?> proof) {
        LockGrant grant = check(proof, "deleted");
        settle(store.delete(mapping, mapping.idOf(entity(proof)), grant.token()), grant, "deleted");
    }

    /** Keeps others from claiming the entity until the transaction is over. */
    void verify(LockProof<?> proof) {
        LockGrant grant = check(proof, "verified");
        if (!store.register(new HeldAtCommit(grant))) {
            throw WriteFailures.outsideTransaction(grant.key());
        }
        settle(store.verify(mapping, mapping.idOf(entity(proof)), grant.token()), grant, "verified");
    }

    /** Refuses proofs that this repository did not make, and locks that are lost. */
    private LockGrant check(LockProof<?> proof, String verb) {
        LockGrant grant = proof.lock();
        ProofBinding binding = grant == null ? null : grant.binding();
        if (grant == null || binding == null || binding.proof() != proof) {
            throw WriteFailures.foreignProof(mapping.name(), verb, proof);
        }
        if (!binding.reference().isOf(mapping, store)) {
            throw WriteFailures.foreignStore(
                    mapping.name(), verb, binding.reference().lockKey());
        }
        LockKey lockedKey = binding.reference().lockKey();
        LockKey key = mapping.lockKey(mapping.idOf(entity(proof)));
        if (!key.equals(lockedKey)) {
            throw WriteFailures.changedId(verb, key, lockedKey);
        }
        grant.ensureHeld();
        store.register(new HeldAtCommit(grant));
        return grant;
    }

    private static void settle(WriteResult result, LockGrant grant, String verb) {
        switch (result) {
            case WRITTEN -> {}
            case MISSING -> throw new EntityNotFoundException(grant.key());
            case FENCED -> {
                grant.lose();
                throw grant.lost(WriteFailures.fenced(grant.token(), verb));
            }
        }
    }

    /** The binding says that the proof is this mapping's, so its entity is too. */
    @SuppressWarnings("unchecked")
    private T entity(LockProof<?> proof) {
        return (T) Objects.requireNonNull(proof.entity(), "entity");
    }
}
