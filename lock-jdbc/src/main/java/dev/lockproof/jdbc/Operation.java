package dev.lockproof.jdbc;

import dev.lockproof.LockKey;
import dev.lockproof.spi.EntityMapping;
import java.util.function.Supplier;

/**
 * What is done, for messages.
 *
 * @param table the table's name
 * @param what tells it, such as "Claiming Account:42"; made only when it is needed
 * @param isWrite whether something may have changed if the answer is lost
 */
record Operation(String table, Supplier<String> what, boolean isWrite) {

    /** What the program does by itself. */
    static final Operation OWN_WORK = new Operation("that it uses", () -> "The work on a connection", true);

    static <ID> Operation write(String verb, EntityMapping<?, ID, ?, ?> mapping, ID id) {
        return new Operation(mapping.table(), () -> verb + " " + key(mapping, id), true);
    }

    static <ID> Operation read(EntityMapping<?, ID, ?, ?> mapping, ID id) {
        return new Operation(mapping.table(), () -> "Reading " + key(mapping, id), false);
    }

    static Operation insertAll(EntityMapping<?, ?, ?, ?> mapping) {
        return new Operation(mapping.table(), () -> "Inserting new " + mapping.name() + " entities", true);
    }

    static Operation check(EntityMapping<?, ?, ?, ?> mapping) {
        return new Operation(mapping.table(), () -> "Looking for the table of " + mapping.name(), false);
    }

    static Operation query(EntityMapping<?, ?, ?, ?> mapping) {
        return new Operation(mapping.table(), () -> "A query for " + mapping.name(), false);
    }

    String text() {
        return what.get();
    }

    /** An id that is no well-formed key is one that was refused. */
    private static <ID> String key(EntityMapping<?, ID, ?, ?> mapping, ID id) {
        try {
            LockKey key = mapping.lockKey(id);
            return key.toString();
        } catch (IllegalArgumentException e) {
            return "an entity " + mapping.name();
        }
    }
}
