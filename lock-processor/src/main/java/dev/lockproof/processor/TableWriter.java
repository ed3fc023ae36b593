package dev.lockproof.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the {@code create table} of an entity, to be copied into a migration. */
final class TableWriter {

    private final SqlDialect dialect;

    TableWriter(SqlDialect dialect) {
        this.dialect = dialect;
    }

    String write(EntityModel model) {
        List<String> lines = new ArrayList<>();
        for (Property property : model.properties()) {
            if (property.storage() instanceof Storage.Composite composite) {
                int columns = composite.parts().size();
                composite
                        .parts()
                        .forEach(part -> lines.add(column(part.column(), part.storage(), columns, part.nullable())));
            } else {
                lines.add(column(property.column(), property.storage(), property.id() ? 1 : 0, property.nullable()));
            }
        }
        lines.add(dialect.quote("lock_fence") + " bigint default 0 not null");
        lines.add(dialect.quote("version") + " bigint default 0 not null");
        lines.add("primary key (" + idColumns(model) + ")");
        return lines.stream()
                .collect(Collectors.joining(
                        ",\n  ", "create table " + dialect.quote(model.table()) + " (\n  ", "\n);\n"));
    }

    private String column(String name, Storage storage, int columnsOfId, boolean nullable) {
        return dialect.quote(name) + " " + dialect.type(simple(storage), columnsOfId) + (nullable ? "" : " not null");
    }

    private String idColumns(EntityModel model) {
        Property id = model.id();
        return id.storage() instanceof Storage.Composite composite
                ? composite.parts().stream()
                        .map(part -> dialect.quote(part.column()))
                        .collect(Collectors.joining(", "))
                : dialect.quote(id.column());
    }

    private static SimpleType simple(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return simple.type();
        }
        if (storage instanceof Storage.Enumeration) {
            return SimpleType.STRING;
        }
        if (storage instanceof Storage.Converted converted) {
            return simple(converted.stored());
        }
        throw new IllegalArgumentException("has no column type: " + storage);
    }
}
