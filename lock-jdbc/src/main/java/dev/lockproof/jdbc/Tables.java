package dev.lockproof.jdbc;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.EntityMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of a store: what is said to them, what they lack, and what would mend it. Thread-safe. */
final class Tables {

    private final TableNames names;
    private final Map<EntityMapping<?, ?, ?, ?>, EntitySql> ready = new ConcurrentHashMap<>();

    Tables(TableNames names) {
        this.names = names;
    }

    /** Refuses an entity with a property in a column of the store. */
    void check(EntityMapping<?, ?, ?, ?> mapping) {
        names.check(mapping);
    }

    /** Composes the statements of an entity, and sees that its table fits, when it is used for the first time. */
    EntitySql prepare(EntityMapping<?, ?, ?, ?> mapping, Connection connection, Dialect dialect) throws SQLException {
        EntitySql known = ready.get(mapping);
        if (known != null) {
            return known;
        }
        EntitySql composed = new EntitySql(mapping, names, dialect.rules());
        try {
            execute(composed.probe, connection);
        } catch (SQLException e) {
            throw explained(e, mapping, connection, dialect);
        }
        ready.put(mapping, composed);
        return composed;
    }

    /** Gives the statements of an entity whose table is known to fit; otherwise null. */
    @Nullable
    EntitySql ready(EntityMapping<?, ?, ?, ?> mapping) {
        return ready.get(mapping);
    }

    /** Gives the exception back, unless a table or column is missing. */
    SQLException explained(SQLException e, EntityMapping<?, ?, ?, ?> mapping, Connection connection, Dialect dialect)
            throws SQLException {
        if (dialect.rules().isSchemaGap(e)) {
            ready.remove(mapping);
            if (!connection.getAutoCommit()) {
                connection.rollback(); // the transaction has failed, and asks for nothing more
            }
            LockBackendException explanation = explain(mapping, connection, dialect, e);
            if (explanation != null) {
                throw explanation;
            }
        }
        return e;
    }

    /** Writes the {@code create table} of an entity. */
    String create(EntityMapping<?, ?, ?, ?> mapping, SqlRules rules) {
        String id = mapping.id().columns().stream()
                .map(column -> rules.quote(column.name()))
                .collect(Collectors.joining(", "));
        return definitions(mapping, rules).stream()
                .map(definition -> "  " + definition.sql() + ",\n")
                .collect(Collectors.joining(
                        "", "create table " + names.table(mapping, rules) + " (\n", "  primary key (" + id + ")\n)"));
    }

    /** Creates an entity's table unless there is one, whoever else does so at the same time; tells whether it did. */
    boolean createIfMissing(EntityMapping<?, ?, ?, ?> mapping, Connection connection, Dialect dialect)
            throws SQLException {
        String exists = "select 1 from " + names.table(mapping, dialect.rules()) + " where 1 = 0";
        if (isRefused(exists, connection, dialect) != null) {
            try {
                execute(create(mapping, dialect.rules()), connection);
                return true;
            } catch (SQLException e) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                if (isRefused(exists, connection, dialect) != null) {
                    throw e;
                }
            }
        }
        return false;
    }

    /**
     * Explains why a statement found no table or column.
     *
     * @param connection not in a transaction whose changes count
     * @return the explanation; null if nothing is missing now
     */
    private @Nullable LockBackendException explain(
            EntityMapping<?, ?, ?, ?> mapping, Connection connection, Dialect dialect, SQLException cause)
            throws SQLException {
        SqlRules rules = dialect.rules();
        String table = names.table(mapping, rules);
        if (isRefused("select 1 from " + table + " where 1 = 0", connection, dialect) != null) {
            return new LockBackendException(
                    "The table of " + mapping.name() + " is missing in " + dialect + ". Create it:\n\n"
                            + create(mapping, rules) + ";\n\n" + hint(dialect)
                            + "For samples and tests there is JdbcStore.createMissingTables().",
                    true,
                    cause);
        }
        List<String> missing = new ArrayList<>();
        for (Definition definition : definitions(mapping, rules)) {
            String column = rules.quote(definition.column());
            if (isRefused("select " + column + " from " + table + " where 1 = 0", connection, dialect) != null) {
                missing.add("alter table " + table + " add column " + definition.sql() + ";");
            }
        }
        return missing.isEmpty()
                ? null
                : new LockBackendException(
                        "The table of " + mapping.name() + " lacks columns in " + dialect + ". Add them:\n\n"
                                + String.join("\n", missing) + "\n\n" + hint(dialect)
                                + "A column of a property that is never null needs a default for the rows that exist.",
                        true,
                        cause);
    }

    private record Definition(String column, String sql) {}

    private List<Definition> definitions(EntityMapping<?, ?, ?, ?> mapping, SqlRules rules) {
        List<Definition> definitions = new ArrayList<>();
        List<Column<?>> id = mapping.id().columns();
        for (Column<?> column : mapping.columns()) {
            String type = rules.type(column.type().storage(), id.contains(column) ? id.size() : 0);
            definitions.add(definition(column.name(), type + (column.isNullable() ? "" : " not null"), rules));
        }
        definitions.add(definition(names.fence(), "bigint default 0 not null", rules));
        definitions.add(definition(names.version(), "bigint default 0 not null", rules));
        return definitions;
    }

    private static Definition definition(String column, String type, SqlRules rules) {
        return new Definition(column, rules.quote(column) + " " + type);
    }

    private static String hint(Dialect dialect) {
        return dialect == Dialect.H2
                ? "H2 turns names that are not quoted into upper case, unless the URL says "
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE.\n"
                : "";
    }

    /** Tries a statement that finds nothing. */
    private static @Nullable SQLException isRefused(String sql, Connection connection, Dialect dialect)
            throws SQLException {
        try {
            execute(sql, connection);
            return null;
        } catch (SQLException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (dialect.rules().isSchemaGap(e)) {
                return e;
            }
            throw e;
        }
    }

    private static void execute(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
