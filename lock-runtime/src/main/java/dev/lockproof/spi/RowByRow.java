package dev.lockproof.spi;

import java.util.List;
import java.util.Optional;

/** Inserts rows into a store that knows no better way. */
final class RowByRow {

    private RowByRow() {}

    static <T> Optional<Row> insertAll(EntityStore store, EntityMapping<T, ?, ?, ?> mapping, List<Row> rows) {
        try {
            store.inTransaction(() -> {
                for (Row row : rows) {
                    if (!store.insert(mapping, row)) {
                        throw new Refused(row);
                    }
                }
            });
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.row);
        }
    }

    /** Rolls back; never leaves this class. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never written
        private final Row row;

        Refused(Row row) {
            super("A row is already stored", null, false, false);
            this.row = row;
        }
    }
}
