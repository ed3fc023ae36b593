package dev.lockproof.fuzz;

/**
 * A variable that stands for a lock.
 *
 * @param name its name
 * @param kind what it is
 */
record Var(String name, Kind kind) {

    enum Kind {
        /** A LockedAccount. */
        ACCOUNT_PROOF("LockedAccount"),
        /** A LockedOrder. */
        ORDER_PROOF("LockedOrder"),
        /** An account that is annotated as locked, or inferred to be. */
        LOCKED_ACCOUNT("@Locked Account"),
        /** A proof of some account, by its interface or a type variable. */
        SOME_PROOF("LockProof<Account>");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    boolean isAccount() {
        return kind != Kind.ORDER_PROOF;
    }

    boolean isProof() {
        return kind != Kind.LOCKED_ACCOUNT;
    }

    /** Gives it as an account whose lock is held. */
    String asLocked() {
        return kind == Kind.SOME_PROOF ? name + ".entity()" : name;
    }
}
