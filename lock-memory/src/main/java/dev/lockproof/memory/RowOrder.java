package dev.lockproof.memory;

import dev.lockproof.Query;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.util.Comparator;
import java.util.List;

/** Orders rows as a query asks for, null last in either direction. Without an order, all rows are equal. */
record RowOrder(List<Criterion> criteria) implements Comparator<Row> {

    record Criterion(int column, boolean isDescending) {}

    static RowOrder of(EntityMapping<?, ?, ?, ?> mapping, Query<?> query) {
        return new RowOrder(mapping.totalOrder(query).stream()
                .map(next -> new Criterion(mapping.columns().indexOf(next.column()), next.isDescending()))
                .toList());
    }

    boolean isNone() {
        return criteria.isEmpty();
    }

    @Override
    public int compare(Row a, Row b) {
        for (Criterion criterion : criteria) {
            int order = compare(a, b, criterion);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Row a, Row b, Criterion criterion) {
        Object x = a.stored(criterion.column());
        Object y = b.stored(criterion.column());
        if (x == null || y == null) {
            return Boolean.compare(x == null, y == null);
        }
        return criterion.isDescending() ? Values.compare(y, x) : Values.compare(x, y);
    }
}
