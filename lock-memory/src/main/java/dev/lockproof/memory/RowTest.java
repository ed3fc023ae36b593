package dev.lockproof.memory;

import dev.lockproof.Condition;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A condition, made ready to be tried on rows' stored values. */
@FunctionalInterface
interface RowTest {

    Truth test(Row row);

    default boolean isMetBy(Row row) {
        return test(row) == Truth.TRUE;
    }

    /**
     * Prepares a condition.
     *
     * @param entity the entity's name, for messages
     * @param columns the columns in a row
     */
    static RowTest of(String entity, List<Column<?>> columns, Condition<?> condition) {
        if (condition instanceof Condition.Comparison<?> comparison) {
            Object operand = comparison.stored();
            Condition.Operator operator = comparison.operator();
            return onValue(entity, columns, comparison.column(), value -> {
                int order = Values.compare(value, operand);
                return switch (operator) {
                    case EQUAL -> order == 0;
                    case LESS -> order < 0;
                    case LESS_OR_EQUAL -> order <= 0;
                    case GREATER -> order > 0;
                    case GREATER_OR_EQUAL -> order >= 0;
                };
            });
        }
        if (condition instanceof Condition.In<?> in) {
            Set<Object> keys = in.stored().stream().map(Values::key).collect(Collectors.toUnmodifiableSet());
            return keys.isEmpty()
                    ? row -> Truth.FALSE
                    : onValue(entity, columns, in.column(), value -> keys.contains(Values.key(value)));
        }
        if (condition instanceof Condition.Like<?> like) {
            LikePattern pattern = new LikePattern(like.pattern());
            return onValue(entity, columns, like.column(), value -> pattern.matches((String) value));
        }
        if (condition instanceof Condition.IsNull<?> isNull) {
            int index = indexOf(entity, columns, isNull.column());
            return row -> Truth.of(row.stored(index) == null);
        }
        if (condition instanceof Condition.Not<?> not) {
            RowTest part = of(entity, columns, not.part());
            return row -> part.test(row).not();
        }
        if (condition instanceof Condition.And<?> and) {
            return joined(entity, columns, and.parts(), Truth.TRUE);
        }
        return joined(entity, columns, ((Condition.Or<?>) condition).parts(), Truth.FALSE);
    }

    private static int indexOf(String entity, List<Column<?>> columns, Column<?> column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(
                    entity + " has no column " + column.name() + ": the condition is another entity's");
        }
        return index;
    }

    private static RowTest onValue(
            String entity, List<Column<?>> columns, Column<?> column, Function<Object, Boolean> test) {
        int index = indexOf(entity, columns, column);
        return row -> {
            Object value = row.stored(index);
            return value == null ? Truth.UNKNOWN : Truth.of(test.apply(value));
        };
    }

    /** Joins by and if no parts are true, by or if no parts are false; the opposite of that value decides at once. */
    private static RowTest joined(
            String entity, List<Column<?>> columns, List<? extends Condition<?>> parts, Truth ofNone) {
        List<RowTest> tests =
                parts.stream().map(part -> of(entity, columns, part)).toList();
        return row -> {
            Truth all = ofNone;
            for (RowTest test : tests) {
                Truth truth = test.test(row);
                if (truth == ofNone.not()) {
                    return truth;
                }
                all = ofNone == Truth.TRUE ? all.and(truth) : all.or(truth);
            }
            return all;
        };
    }
}
