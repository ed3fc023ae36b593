package dev.lockproof;

/**
 * Ties a grant to the one proof that was made under it, so that no other object can write with the grant.
 *
 * @param proof the proof, compared by identity
 * @param reference the entity that was read under the lock
 */
record ProofBinding(LockProof<?> proof, EntityReference<?, ?, ?, ?> reference) {}
