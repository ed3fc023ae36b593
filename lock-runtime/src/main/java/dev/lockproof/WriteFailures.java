package dev.lockproof;

/** Says why a repository refused a proof, and what to do next. */
final class WriteFailures {

    private WriteFailures() {}

    /** Completes "The lock is not held any more:". */
    static String fenced(long token, String verb) {
        return "the store knows a later holder than token " + token
                + ", or the entity was deleted and stored anew, so it was not " + verb;
    }

    static IllegalArgumentException foreignProof(String entity, String verb, LockProof<?> proof) {
        return new IllegalArgumentException("No " + entity + " was " + verb + ": this "
                + proof.getClass().getName() + " was not made by acquiring a lock. A proof comes from acquire or lock; "
                + "it can't be implemented or copied");
    }

    static IllegalArgumentException foreignStore(String entity, String verb, LockKey key) {
        return new IllegalArgumentException(key + " was not " + verb + ": it was locked through another repository or "
                + "store. Pass it to the repository of " + entity + " that it was read from");
    }

    static IllegalArgumentException changedId(String verb, LockKey key, LockKey lockedKey) {
        return new IllegalArgumentException(lockedKey + " was not " + verb + ": its id was changed, it is " + key
                + " now. The id of a stored entity never changes: save a new one and delete this one");
    }

    static IllegalArgumentException notNew(String entity, LockProof<?> proof) {
        return new IllegalArgumentException(
                "Nothing was saved: a " + proof.getClass().getName() + " is the proof that a " + "stored " + entity
                        + " is locked, and saveAll takes new ones. Save it by itself");
    }

    static IllegalStateException outsideTransaction(LockKey key) {
        return new IllegalStateException(
                key + " can't be verified without a transaction, at whose end others may claim it: "
                        + "call verify, and write what belongs to it, inside store.inTransaction(…)");
    }
}
