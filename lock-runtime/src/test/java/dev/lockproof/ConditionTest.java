package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Column<String> NAME_COLUMN = Column.nullable("name", ColumnType.STRING);
    private static final TextField<Object> NAME = TextField.of("name", NAME_COLUMN);
    private static final ComparableField<Object, Instant> SINCE =
            ComparableField.of("since", Column.nullable("since", ColumnType.INSTANT));
    private static final Column<Integer> X_COLUMN = Column.nullable("x", ColumnType.INTEGER);
    private static final Column<Integer> Y_COLUMN = Column.nullable("y", ColumnType.INTEGER);
    private static final Field<Object, List<Integer>> POINT = Field.composite(
            "point",
            List.of(X_COLUMN, Y_COLUMN),
            List::toArray,
            parts -> List.of((Integer) parts[0], (Integer) parts[1]));

    @Test
    void operandsAreInStoredForm() {
        assertThat(SINCE.lessThan(Instant.parse("2026-01-01T00:00:00.123456789Z")))
                .isEqualTo(new Condition.Comparison<>(
                        SINCE.columns().get(0), Condition.Operator.LESS, Instant.parse("2026-01-01T00:00:00.123456Z")));
    }

    @Test
    void aCompositeFieldIsComparedColumnByColumn() {
        Condition<Object> equal = POINT.equalTo(List.of(1, 2));
        assertThat(equal)
                .isEqualTo(new Condition.And<>(List.of(
                        new Condition.Comparison<>(X_COLUMN, Condition.Operator.EQUAL, 1),
                        new Condition.Comparison<>(Y_COLUMN, Condition.Operator.EQUAL, 2))));
        assertThat(POINT.notEqualTo(List.of(1, 2))).isEqualTo(new Condition.Not<>(equal));
        assertThat(POINT.in(List.of(List.of(1, 2), List.of(3, 4))))
                .isEqualTo(new Condition.Or<>(List.of(equal, POINT.equalTo(List.of(3, 4)))));
    }

    @Test
    void chainsAreFlat() {
        Condition<Object> a = NAME.equalTo("a");
        Condition<Object> b = NAME.equalTo("b");
        Condition<Object> c = NAME.equalTo("c");
        assertThat(a.and(b).and(c)).isEqualTo(new Condition.And<>(List.of(a, b, c)));
        assertThat(a.or(b.or(c))).isEqualTo(new Condition.Or<>(List.of(a, b, c)));
        assertThat(a.or(b).and(c)).isEqualTo(new Condition.And<>(List.of(a.or(b), c)));
        assertThat(Condition.all().and(a)).isEqualTo(a);
    }

    @Test
    void nothingComparesWithNull() {
        assertThatThrownBy(() -> NAME.equalTo(null))
                .hasMessageContaining("name")
                .hasMessageContaining("isNull()");
        assertThatThrownBy(() -> NAME.lessThan(null)).hasMessageContaining("isNull()");
        assertThatThrownBy(() -> NAME.in(Arrays.asList("a", null))).hasMessageContaining("isNull()");
        assertThatThrownBy(() -> POINT.in(Arrays.asList(List.of(1, 2), null))).hasMessageContaining("isNull()");
        assertThatThrownBy(() -> NAME.like(null)).hasMessageContaining("isNull()");
        assertThatThrownBy(() -> NAME.startsWith(null)).hasMessageContaining("isNull()");
    }

    @Test
    void aPatternSaysWhatItsBackslashesMean() {
        assertThat(NAME.like("\\%\\_\\\\")).isEqualTo(new Condition.Like<>(NAME_COLUMN, "\\%\\_\\\\"));
        assertThatThrownBy(() -> NAME.like("a\\b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index 1")
                .hasMessageContaining("write two");
        assertThatThrownBy(() -> NAME.like("a\\\\\\")).hasMessageContaining("index 3");
    }

    @Test
    void aPrefixBecomesAPatternThatTakesItLiterally() {
        assertThat(NAME.startsWith("50%_\\")).isEqualTo(new Condition.Like<>(NAME_COLUMN, "50\\%\\_\\\\%"));
    }

    @Test
    void aQueryRefusesNegativeNumbers() {
        assertThatThrownBy(() -> Query.all().limit(-1)).hasMessage("A limit is zero or more, not -1");
        assertThatThrownBy(() -> Query.all().offset(-1)).hasMessage("An offset is zero or more, not -1");
    }

    @Test
    void aQueryIsMadeStepByStepAndNeverChanges() {
        Query<Object> query = Query.where(NAME.isNotNull());
        Query<Object> page = query.orderBy(NAME.descending()).limit(10).offset(20);
        assertThat(query).isEqualTo(Query.where(NAME.isNotNull()));
        assertThat(page.order()).containsExactly(new SortOrder<>(NAME_COLUMN, true));
        assertThat(page.maximum()).hasValue(10);
        assertThat(page.skipped()).isEqualTo(20);
        assertThat(page.isOrdered()).isTrue();
        assertThat(page.orderBy().order()).isEmpty();
        assertThat(page.orderBy().isOrdered()).isFalse();
        assertThat(page.orderById().isOrdered()).isTrue();
        assertThat(page.orderById().order()).isEmpty();
    }

    @Test
    void aQueryBeginsOnlyAfterWhatWasRead() {
        Query<String> query = Query.<String>all().orderById();
        assertThatThrownBy(() -> query.after(new Gadget("Gadget:1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gadget:1 has no values that were read: give it as a repository has returned it");
    }
}
