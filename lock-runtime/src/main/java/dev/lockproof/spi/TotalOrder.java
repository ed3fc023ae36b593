package dev.lockproof.spi;

import dev.lockproof.Query;
import dev.lockproof.SortOrder;
import java.util.ArrayList;
import java.util.List;

/** Makes the order of a query total. */
final class TotalOrder {

    private TotalOrder() {}

    static List<SortOrder<?>> of(EntityMapping<?, ?, ?, ?> mapping, Query<?> query) {
        query.position().ifPresent(position -> check(mapping, query, position));
        List<SortOrder<?>> total = new ArrayList<>();
        List<Column<?>> openColumns =
                new ArrayList<>(query.isOrdered() ? mapping.id().columns() : List.of());
        boolean isDescending = false;
        for (SortOrder<?> next : query.order()) {
            if (!mapping.columns().contains(next.column())) {
                throw new IllegalArgumentException(
                        mapping.name() + " has no column " + next.column().name() + ": the order is another entity's");
            }
            if (!openColumns.isEmpty()) { // behind the whole id nothing is left to decide
                total.add(next);
                openColumns.remove(next.column());
                isDescending = next.isDescending();
            }
        }
        for (Column<?> column : openColumns) {
            total.add(new SortOrder<>(column, isDescending));
        }
        return List.copyOf(total);
    }

    private static void check(EntityMapping<?, ?, ?, ?> mapping, Query<?> query, Row position) {
        if (!position.isOf(mapping)) {
            throw new IllegalArgumentException(
                    "A query for " + mapping.name() + " can't begin after " + position + ": that is another entity");
        }
        if (!query.isOrdered()) {
            throw new IllegalArgumentException("A query that begins after " + position
                    + " needs an order, the same on every page: say orderBy(…), or orderById() if it does not matter");
        }
    }
}
