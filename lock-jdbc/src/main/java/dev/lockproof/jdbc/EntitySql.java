package dev.lockproof.jdbc;

import dev.lockproof.spi.Column;
import dev.lockproof.spi.EntityMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements for one entity, composed once. Immutable. */
final class EntitySql {

    /** The indexes of the columns that an update writes: all but the id's. */
    final List<Integer> written;

    final String columns;
    final String select;
    final String find;
    final String fence;
    final String lockedFence;
    final String claim;
    final @Nullable String claimReturning;
    final @Nullable String joinedClaim;
    final String findClaimed;
    final String insert;
    final String insertUnlessStored;

    /** Whether {@link #insertUnlessStored} fails only for something else than the id that must be unique. */
    final boolean skipsStoredIds;

    final String update;
    final String delete;
    final String deleteById;
    final String count;
    final String probe;

    EntitySql(EntityMapping<?, ?, ?, ?> mapping, TableNames names, SqlRules rules) {
        names.check(mapping);
        written = written(mapping);
        String table = names.table(mapping, rules);
        String fenceColumn = rules.quote(names.fence());
        String versionColumn = rules.quote(names.version());
        String byId = mapping.id().columns().stream()
                .map(column -> rules.quote(column.name()) + " = ?")
                .collect(Collectors.joining(" and ", " where ", ""));
        columns = quoted(mapping.columns(), rules);
        select = "select " + columns + " from " + table;
        find = select + byId;
        fence = rules.readNow("select " + fenceColumn + " from " + table + byId);
        lockedFence = rules.lockRow("select " + fenceColumn + " from " + table + byId);
        claim = "update " + table + " set " + fenceColumn + " = ?" + byId + " and " + fenceColumn + " < ?";
        claimReturning = rules.returning(claim, columns);
        joinedClaim = rules.joinedClaim(
                table, names(mapping.id().columns(), rules), fenceColumn, names(mapping.columns(), rules));
        findClaimed = rules.readNow(select + byId + " and " + fenceColumn + " = ?");
        insert = "insert into " + table + " (" + columns + ", " + fenceColumn + ", " + versionColumn + ") values ("
                + String.join(", ", Collections.nCopies(mapping.columns().size(), "?")) + ", 0, 0)";
        insertUnlessStored = rules.unlessStored(insert, quoted(mapping.id().columns(), rules));
        skipsStoredIds = !insertUnlessStored.equals(insert);
        update = "update " + table + " set " + assignments(mapping, written, rules) + versionColumn + " = "
                + versionColumn + " + 1" + byId + " and " + fenceColumn + " = ?";
        deleteById = "delete from " + table + byId;
        delete = deleteById + " and " + fenceColumn + " = ?";
        count = "select count(*) from " + table;
        probe = "select " + columns + ", " + fenceColumn + ", " + versionColumn + " from " + table + " where 1 = 0";
    }

    private static List<Integer> written(EntityMapping<?, ?, ?, ?> mapping) {
        int firstOfId = mapping.offset(mapping.id());
        int afterId = firstOfId + mapping.id().columns().size();
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            if (i < firstOfId || i >= afterId) {
                written.add(i);
            }
        }
        return List.copyOf(written);
    }

    private static String quoted(List<Column<?>> columns, SqlRules rules) {
        return String.join(", ", names(columns, rules));
    }

    private static List<String> names(List<Column<?>> columns, SqlRules rules) {
        return columns.stream().map(column -> rules.quote(column.name())).toList();
    }

    private static String assignments(EntityMapping<?, ?, ?, ?> mapping, List<Integer> written, SqlRules rules) {
        List<Column<?>> columns = mapping.columns();
        return written.stream()
                .map(i -> rules.quote(columns.get(i).name()) + " = ?, ")
                .collect(Collectors.joining());
    }
}
