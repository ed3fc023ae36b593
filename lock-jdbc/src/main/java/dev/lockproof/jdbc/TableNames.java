package dev.lockproof.jdbc;

import dev.lockproof.spi.Column;
import dev.lockproof.spi.EntityMapping;
import org.jspecify.annotations.Nullable;

/** How the store's own columns are called, and where the tables are. */
record TableNames(@Nullable String schema, String fence, String version) {

    /** Gives the quoted name of an entity's table. */
    String table(EntityMapping<?, ?, ?, ?> mapping, SqlRules rules) {
        String table = rules.quote(mapping.table());
        return schema == null ? table : rules.quote(schema) + "." + table;
    }

    /** Refuses properties that would be kept in the store's own columns. */
    void check(EntityMapping<?, ?, ?, ?> mapping) {
        for (Column<?> column : mapping.columns()) {
            if (column.name().equalsIgnoreCase(fence) || column.name().equalsIgnoreCase(version)) {
                throw new IllegalArgumentException(mapping.name() + " has a property in the column " + column.name()
                        + ", which is the store's own: name the property's column differently by @Column, or the store's "
                        + "by JdbcStore.builder(…).fenceColumn(…) or versionColumn(…)");
            }
        }
    }
}
