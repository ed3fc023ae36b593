package dev.lockproof.spi;

/** Says what became of a fenced write. */
public enum WriteResult {

    /** The fence equalled the token, and the row was written. */
    WRITTEN,

    /** The row has another fence: somebody else claimed it, or it was deleted and inserted again. Nothing was written. */
    FENCED,

    /** There is no such row. Nothing was written. */
    MISSING
}
