package dev.lockproof.memory;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers queries by looking at every row. Keeps references to the rows that it found, not copies. */
record Scan(
        EntityMapping<?, ?, ?, ?> mapping,
        Table table,
        @Nullable Transaction transaction) {

    List<Row> find(Query<?> query) {
        RowTest test = RowTest.of(mapping.name(), mapping.columns(), query.condition());
        RowOrder order = RowOrder.of(mapping, query);
        Predicate<Row> isBehind = query.position()
                .<Predicate<Row>>map(position -> row -> order.compare(row, position) > 0)
                .orElse(row -> true);
        long limit = query.maximum().orElse(Integer.MAX_VALUE);
        long enough = limit == 0 ? 0 : query.skipped() + limit; // may overflow
        List<Row> found = new ArrayList<>();
        if (limit > 0) {
            table.forEach(transaction, row -> {
                if (isBehind.test(row) && test.isMetBy(row)) {
                    found.add(row);
                }
                return !order.isNone() || enough < 0 || found.size() < enough;
            });
        }
        if (!order.isNone()) {
            found.sort(order);
        }
        int from = (int) Math.min(query.skipped(), found.size());
        int to = (int) Math.min(from + limit, found.size());
        return found.subList(from, to);
    }

    long count(Condition<?> where) {
        RowTest test = RowTest.of(mapping.name(), mapping.columns(), where);
        long[] count = new long[1];
        table.forEach(transaction, row -> {
            if (test.isMetBy(row)) {
                count[0]++;
            }
            return true;
        });
        return count[0];
    }
}
