package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.ComparableField;
import dev.lockproof.Condition;
import dev.lockproof.Field;
import dev.lockproof.LockException;
import dev.lockproof.Query;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Values of every type, at their extremes. */
interface ValueContract extends StoreTests {

    SampleMapping SAMPLE = SampleMapping.INSTANCE;
    long MOST_ROWS = 20;

    @TestFactory
    default Stream<DynamicTest> valuesComeBackAsTheyWere() {
        return Extremes.PORTABLE.stream().map(values -> test(values, () -> comeBack(values)));
    }

    @TestFactory
    default Stream<DynamicTest> valuesAreFoundByTheirValue() {
        return Extremes.PORTABLE.stream().map(values -> test(values, () -> areFound(values)));
    }

    @TestFactory
    default Stream<DynamicTest> valuesKeepTheirOrder() {
        return Extremes.PORTABLE.stream()
                .filter(values -> values.field() instanceof ComparableField && !isOrderedByCollation(values.field()))
                .map(values -> test(values, () -> areOrdered(values)));
    }

    @TestFactory
    default Stream<DynamicTest> valuesThatNotEveryStoreTakesAreKeptOrRefusedButNeverChanged() {
        return Extremes.NOT_PORTABLE.stream().map(values -> test(values, () -> areKeptOrRefused(values)));
    }

    @Test
    default void everythingMayBeNull() {
        Sample sample = Sample.of(0, SampleMapping.LONG, null);
        assertThat(store().insert(SAMPLE, SAMPLE.row(sample))).isTrue();
        Row row = store().find(SAMPLE, 0L).orElseThrow();
        for (Field<Sample, ?> field : SampleMapping.NULLABLE) {
            assertThat(row.get(field)).as(field.name()).isNull();
        }
    }

    /** The tests of one factory share a store. */
    private DynamicTest test(Extremes<?> extremes, Executable test) {
        return DynamicTest.dynamicTest(extremes.field().name(), () -> {
            LongStream.range(0, MOST_ROWS).forEach(id -> store().deleteById(SAMPLE, id));
            test.execute();
        });
    }

    private <V> void comeBack(Extremes<V> extremes) {
        long id = 0;
        for (V value : extremes.ascending()) {
            store().insert(SAMPLE, SAMPLE.row(Sample.of(id, extremes.field(), value)));
            assertThat(isSame(value, stored(id, extremes.field())))
                    .as("inserted %s", value)
                    .isTrue();

            store().claim(SAMPLE, id, 33);
            store().update(SAMPLE, SAMPLE.row(Sample.of(id, extremes.field(), null)), 33);
            assertThat(stored(id, extremes.field())).as("set to null").isNull();

            assertThat(store().update(SAMPLE, SAMPLE.row(Sample.of(id, extremes.field(), value)), 33))
                    .isEqualTo(WriteResult.WRITTEN);
            assertThat(isSame(value, stored(id, extremes.field())))
                    .as("written %s", value)
                    .isTrue();
            id++;
        }
    }

    private <V> void areFound(Extremes<V> extremes) {
        insertAll(extremes);
        List<V> values = extremes.ascending();
        for (int i = 0; i < values.size(); i++) {
            Field<Sample, V> field = extremes.field();
            assertThat(ids(field.equalTo(values.get(i))))
                    .as("%s", values.get(i))
                    .containsExactly((long) i);
            assertThat(ids(field.in(List.of(values.get(i))))).containsExactly((long) i);
            assertThat(ids(field.notEqualTo(values.get(i)))).hasSize(values.size() - 1);
        }
        assertThat(ids(extremes.field().isNull())).containsExactly((long) values.size());
    }

    /** The values are given in ascending order, so each is equal to, or larger than, the one before. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void areOrdered(Extremes<?> extremes) {
        insertAll(extremes);
        ComparableField field = (ComparableField) extremes.field();
        List<? extends Comparable<?>> values = (List<? extends Comparable<?>>) extremes.ascending();
        for (int i = 0; i < values.size(); i++) {
            assertThat(ids(field.lessThan(values.get(i))))
                    .as("less than %s", values.get(i))
                    .hasSize(i);
            assertThat(ids(field.greaterThanOrEqualTo(values.get(i)))).hasSize(values.size() - i);
        }
        Query<Sample> query = Query.where((Condition<Sample>) field.isNotNull()).orderBy(field.ascending());
        try (Stream<Row> rows = store().stream(SAMPLE, query)) {
            assertThat(rows.map(row -> row.require(SampleMapping.ID))).isSorted();
        }
    }

    private <V> void areKeptOrRefused(Extremes<V> extremes) {
        long id = 0;
        for (V value : extremes.ascending()) {
            try {
                store().insert(SAMPLE, SAMPLE.row(Sample.of(id, extremes.field(), value)));
            } catch (LockException e) {
                assertThat(store().find(SAMPLE, id)).as("refused %s", value).isEmpty();
                continue;
            }
            assertThat(isSame(value, stored(id, extremes.field())))
                    .as("kept %s", value)
                    .isTrue();
            id++;
        }
    }

    private static boolean isOrderedByCollation(Field<?, ?> field) {
        return field == SampleMapping.STRING || field == SampleMapping.CHARACTER;
    }

    private <V> void insertAll(Extremes<V> extremes) {
        long id = 0;
        for (V value : extremes.ascending()) {
            store().insert(SAMPLE, SAMPLE.row(Sample.of(id++, extremes.field(), value)));
        }
        store().insert(SAMPLE, SAMPLE.row(Sample.of(id, extremes.field(), null)));
    }

    private List<Long> ids(Condition<Sample> condition) {
        try (Stream<Row> rows = store().stream(SAMPLE, Query.where(condition))) {
            return rows.map(row -> row.require(SampleMapping.ID)).toList();
        }
    }

    private <V> @Nullable V stored(long id, Field<Sample, V> field) {
        Optional<Row> row = store().find(SAMPLE, id);
        return row.orElseThrow().get(field);
    }

    private static boolean isSame(Object expected, @Nullable Object actual) {
        return expected instanceof BigDecimal number
                ? actual instanceof BigDecimal other && number.compareTo(other) == 0
                : Objects.deepEquals(expected, actual);
    }
}
