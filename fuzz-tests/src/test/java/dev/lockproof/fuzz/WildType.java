package dev.lockproof.fuzz;

/** A type of Java in a wild program. The rules see more in it than this. */
enum WildType {
    PROOF("LockedAccount"),
    ORDER_PROOF("LockedOrder"),
    SOME_PROOF("LockProof<Account>"),
    PAIR("LockedPair<LockedAccount, LockedOrder>"),
    ACCOUNT("Account"),
    STORED("PersistentAccount"),
    OBJECT("Object"),
    TASK("Runnable"),
    PROGRAM("Program"),
    MAKER("Supplier<Account>"),
    USER("Consumer<Account>"),
    ACCOUNTS("List<Account>"),
    BOX("Box<Account>"),
    LISTS("List<List<Account>>"),
    CLOSEABLE("AutoCloseable");

    private final String text;

    WildType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Tells whether it has type arguments that are accounts. */
    boolean isGeneric() {
        return this == ACCOUNTS || this == BOX || this == LISTS;
    }

    /** Tells whether a value of it is a proof, whatever it is called. */
    boolean isProof() {
        return this == PROOF || this == ORDER_PROOF || this == SOME_PROOF || this == PAIR;
    }
}
