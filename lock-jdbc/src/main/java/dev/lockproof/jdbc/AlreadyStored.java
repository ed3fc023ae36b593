package dev.lockproof.jdbc;

import dev.lockproof.spi.Row;

/** Rolls back a batch of new rows of which one is not new, or is given twice; never leaves the store. */
final class AlreadyStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written
    private final Row row;

    AlreadyStored(Row row) {
        super("A row is already stored, or is given twice", null, false, false);
        this.row = row;
    }

    Row row() {
        return row;
    }
}
