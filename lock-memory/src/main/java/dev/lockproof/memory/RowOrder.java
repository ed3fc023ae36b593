package dev.lockproof.memory;

import dev.lockproof.SortOrder;
import dev.lockproof.spi.Row;
import java.util.Comparator;

/** Orders rows by one column, null last in either direction. */
record RowOrder(int column, boolean isDescending) implements Comparator<Row> {

    static RowOrder of(SortOrder<?> order, int column) {
        return new RowOrder(column, order.isDescending());
    }

    @Override
    public int compare(Row a, Row b) {
        Object x = a.stored(column);
        Object y = b.stored(column);
        if (x == null || y == null) {
            return Boolean.compare(x == null, y == null);
        }
        return isDescending ? Values.compare(y, x) : Values.compare(x, y);
    }
}
