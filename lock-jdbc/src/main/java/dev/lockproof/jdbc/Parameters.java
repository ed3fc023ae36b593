package dev.lockproof.jdbc;

import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType.Storage;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds values to one statement, from left to right, and reads rows. */
final class Parameters {

    private final PreparedStatement statement;
    private final SqlRules rules;
    private final Operation operation;
    private int next;

    Parameters(PreparedStatement statement, SqlRules rules, Operation operation) {
        this(statement, rules, operation, 1);
    }

    Parameters(PreparedStatement statement, SqlRules rules, Operation operation, int first) {
        this.statement = statement;
        this.rules = rules;
        this.operation = operation;
        this.next = first;
    }

    Parameters add(Column<?> column, @Nullable Object stored) throws SQLException {
        try {
            rules.bind(statement, next++, column.type().storage(), stored);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw Failures.unstorable(operation, column.name(), e);
        }
        return this;
    }

    Parameters add(long number) throws SQLException {
        rules.bind(statement, next++, Storage.LONG, number);
        return this;
    }

    <ID> Parameters addId(EntityMapping<?, ID, ?, ?> mapping, ID id) throws SQLException {
        int columns = mapping.id().columns().size();
        @Nullable Object[] stored = new @Nullable Object[columns];
        mapping.id().write(id, stored, 0);
        for (int i = 0; i < columns; i++) {
            add(mapping.id().columns().get(i), part(stored[i]));
        }
        return this;
    }

    Parameters addId(EntityMapping<?, ?, ?, ?> mapping, Row row) throws SQLException {
        int offset = mapping.offset(mapping.id());
        for (int i = 0; i < mapping.id().columns().size(); i++) {
            add(mapping.id().columns().get(i), part(row.stored(offset + i)));
        }
        return this;
    }

    Parameters addAll(EntityMapping<?, ?, ?, ?> mapping, Row row) throws SQLException {
        for (int i = 0; i < mapping.columns().size(); i++) {
            add(mapping.columns().get(i), row.stored(i));
        }
        return this;
    }

    Parameters addSome(List<Integer> columns, EntityMapping<?, ?, ?, ?> mapping, Row row) throws SQLException {
        for (int i : columns) {
            add(mapping.columns().get(i), row.stored(i));
        }
        return this;
    }

    /** Gives the index of the parameter that is bound next. */
    int next() {
        return next;
    }

    /** Begins anew, for the next row of a batch. */
    void restart() {
        next = 1;
    }

    /** Reads the row on which a result is, whose columns are those of the mapping. */
    static Row row(EntityMapping<?, ?, ?, ?> mapping, ResultSet result, SqlRules rules) throws SQLException {
        return row(mapping, result, 1, rules);
    }

    /** Reads the row on which a result is, in which the columns of the mapping begin at an index. */
    static Row row(EntityMapping<?, ?, ?, ?> mapping, ResultSet result, int first, SqlRules rules) throws SQLException {
        @Nullable Object[] stored = new @Nullable Object[mapping.columns().size()];
        for (int i = 0; i < stored.length; i++) {
            Column<?> column = mapping.columns().get(i);
            try {
                stored[i] = rules.read(result, first + i, column.type().storage());
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new IllegalStateException(
                        "The column " + column.name() + " of the table " + mapping.table() + " holds a value that a "
                                + column.type() + " can't have: correct the row, or the property's type",
                        e);
            }
        }
        return Row.of(mapping, stored);
    }

    private static Object part(@Nullable Object part) {
        if (part == null) {
            throw new IllegalArgumentException("An id, and each part of a composite one, is never null");
        }
        return part;
    }
}
