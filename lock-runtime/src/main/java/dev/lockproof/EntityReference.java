package dev.lockproof;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Lockable;
import dev.lockproof.spi.Row;
import org.jspecify.annotations.Nullable;

/** Refers to an entity of a store by its id. The only place where proofs are made, and bound to their grants. */
record EntityReference<T, ID, P extends Persistent<T, L>, L extends LockProof<T>>(
        EntityMapping<T, ID, P, L> mapping, EntityStore store, ID id) implements Persistent<T, L>, Lockable<L> {

    @Override
    public LockKey lockKey() {
        return mapping.lockKey(id);
    }

    @Override
    public T entity() {
        return mapping.read(store.find(mapping, id).orElseThrow(() -> new EntityNotFoundException(lockKey())));
    }

    @Override
    public @Nullable JoinedClaim joinedClaim() {
        return store.joinedClaim(mapping, id);
    }

    @Override
    public Claim<L> claim(LockGrant grant) {
        Row joined = grant.takeRow();
        Claim<Row> claim = joined != null ? new Claim.Claimed<>(joined) : store.claim(mapping, id, grant.token());
        if (claim instanceof Claim.Claimed<Row> claimed) {
            L proof = mapping.locked(claimed.value(), grant);
            grant.bind(new ProofBinding(proof, this));
            return new Claim.Claimed<>(proof);
        }
        return claim instanceof Claim.Superseded<Row> superseded
                ? new Claim.Superseded<>(superseded.fence())
                : new Claim.Missing<>();
    }

    boolean isOf(EntityMapping<?, ?, ?, ?> mapping, EntityStore store) {
        return this.mapping == mapping && this.store == store;
    }
}
