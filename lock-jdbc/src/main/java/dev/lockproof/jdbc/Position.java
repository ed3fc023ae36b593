package dev.lockproof.jdbc;

import dev.lockproof.Condition;
import dev.lockproof.Condition.Comparison;
import dev.lockproof.Condition.Operator;
import dev.lockproof.LockBackendException;
import dev.lockproof.SortOrder;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.util.ArrayList;
import java.util.List;

/** Where a query begins in its total order. Null is last. */
record Position(EntityMapping<?, ?, ?, ?> mapping, List<SortOrder<?>> order, Row row) {

    /** Refuses a value that compares in another way than rows are sorted, so that some would be left out. */
    void check(SqlRules rules) {
        for (SortOrder<?> criterion : order) {
            Object value = row.stored(index(criterion));
            if (value != null && rules.isSortedByItsBeginning(value)) {
                throw new LockBackendException(
                        "A query can't begin after " + row + ": its value in the column "
                                + criterion.column().name() + " is so long that the database sorts by its beginning "
                                + "only; order by something shorter",
                        true,
                        null);
            }
        }
    }

    /**
     * Asks for the rows behind the position. Of {@code a >= ? and (a > ? or (a = ? and b > ?))} the beginning says nothing
     * new, but with it every database finds its way into an index.
     */
    Condition<?> isBefore() {
        SortOrder<?> first = order.get(0);
        Object value = row.stored(index(first));
        if (value == null || first.column().isNullable() || order.size() == 1) {
            return behind(0);
        }
        Operator orEqual = first.isDescending() ? Operator.LESS_OR_EQUAL : Operator.GREATER_OR_EQUAL;
        return new Comparison<>(first.column(), orEqual, value).and(behind(0));
    }

    /**
     * Asks the same by one comparison of all columns at once.
     *
     * @return what is to be compared; nothing if this is not the same, since directions differ or there is null
     */
    List<Comparison<?>> asRowValue() {
        List<Comparison<?>> parts = new ArrayList<>();
        for (SortOrder<?> criterion : order) {
            Object value = row.stored(index(criterion));
            boolean isSameWay = criterion.isDescending() == order.get(0).isDescending();
            if (value == null || criterion.column().isNullable() || !isSameWay) {
                return List.of();
            }
            parts.add(new Comparison<>(criterion.column(), operator(criterion), value));
        }
        return parts;
    }

    /** Asks for the rows behind the position among those that equal it in the criteria up to an index. */
    private Condition<Object> behind(int index) {
        if (index == order.size()) {
            return Condition.anyOf(List.of());
        }
        SortOrder<?> criterion = order.get(index);
        Column<?> column = criterion.column();
        Object value = row.stored(index(criterion));
        Condition<Object> isNull = new Condition.IsNull<>(column);
        if (value == null) {
            return isNull.and(behind(index + 1));
        }
        Condition<Object> behind = new Comparison<>(column, operator(criterion), value);
        if (index < order.size() - 1) {
            behind = behind.or(new Comparison<>(column, Operator.EQUAL, value).and(behind(index + 1)));
        }
        return column.isNullable() ? behind.or(isNull) : behind;
    }

    private int index(SortOrder<?> criterion) {
        return mapping.columns().indexOf(criterion.column());
    }

    private static Operator operator(SortOrder<?> criterion) {
        return criterion.isDescending() ? Operator.LESS : Operator.GREATER;
    }
}
