package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells which entities are asked for: a tree of plain data that each store interprets.
 *
 * <p>Programs make conditions from {@link Field}s and join them by {@link #and}, {@link #or} and {@link #not}. The kinds
 * of conditions are for stores. A condition is true, false or unknown, as in SQL: a comparison with a column that is
 * null is unknown, so is its negation, and only an entity for which the whole condition is true meets it. Values in
 * conditions are in stored form. Conditions are immutable and thread-safe.
 *
 * @param <T> the entity
 */
public sealed interface Condition<T> {

    /**
     * Makes the condition that every entity meets.
     *
     * @param <T> the entity
     * @return the condition
     */
    static <T> Condition<T> all() {
        return new And<>(List.of());
    }

    /**
     * Joins conditions that are all to be met.
     *
     * @param conditions the conditions; every entity meets an empty list
     * @param <T> the entity
     * @return the condition
     */
    static <T> Condition<T> allOf(List<? extends Condition<T>> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new And<>(List.copyOf(conditions));
    }

    /**
     * Joins conditions of which one is to be met.
     *
     * @param conditions the conditions; no entity meets an empty list
     * @param <T> the entity
     * @return the condition
     */
    static <T> Condition<T> anyOf(List<? extends Condition<T>> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Or<>(List.copyOf(conditions));
    }

    /**
     * Asks for another condition too.
     *
     * @param other the other condition
     * @return the condition that both are met
     */
    default Condition<T> and(Condition<T> other) {
        return allOf(Stream.of(this, other)
                .flatMap(part -> part instanceof And<T> and ? and.parts().stream() : Stream.of(part))
                .toList());
    }

    /**
     * Asks for another condition instead.
     *
     * @param other the other condition
     * @return the condition that one of the two is met, or both
     */
    default Condition<T> or(Condition<T> other) {
        return anyOf(Stream.of(this, other)
                .flatMap(part -> part instanceof Or<T> or ? or.parts().stream() : Stream.of(part))
                .toList());
    }

    /**
     * Asks for the opposite. Where this is unknown, so is the opposite.
     *
     * @return the condition that this is false
     */
    default Condition<T> not() {
        return new Not<>(this);
    }

    /** How a column is compared with a value. */
    enum Operator {
        /** Equal to the value. */
        EQUAL,
        /** Less than the value. */
        LESS,
        /** Less than the value, or equal. */
        LESS_OR_EQUAL,
        /** Greater than the value. */
        GREATER,
        /** Greater than the value, or equal. */
        GREATER_OR_EQUAL
    }

    /**
     * Compares a column with a value; unknown if the column is null.
     *
     * @param column the column
     * @param operator how to compare
     * @param stored the value in stored form
     * @param <T> the entity
     */
    record Comparison<T>(Column<?> column, Operator operator, Object stored) implements Condition<T> {

        /**
         * Checks for null.
         *
         * @param column the column
         * @param operator how to compare
         * @param stored the value in stored form
         */
        public Comparison {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * Asks for a column to be equal to one of some values; unknown if the column is null, but false if there are none.
     *
     * @param column the column
     * @param stored the values in stored form
     * @param <T> the entity
     */
    record In<T>(Column<?> column, List<Object> stored) implements Condition<T> {

        /**
         * Copies the values.
         *
         * @param column the column
         * @param stored the values in stored form
         */
        public In {
            Objects.requireNonNull(column, "column");
            stored = List.copyOf(stored);
        }
    }

    /**
     * Asks for a column to be null; never unknown.
     *
     * @param column the column
     * @param <T> the entity
     */
    record IsNull<T>(Column<?> column) implements Condition<T> {

        /**
         * Checks for null.
         *
         * @param column the column
         */
        public IsNull {
            Objects.requireNonNull(column, "column");
        }
    }

    /**
     * Matches a column of text as a whole with a pattern; unknown if the column is null.
     *
     * @param column the column
     * @param pattern {@code %} for any text, {@code _} for one character, a backslash to take either, or a backslash,
     *     literally
     * @param <T> the entity
     */
    record Like<T>(Column<?> column, String pattern) implements Condition<T> {

        /**
         * Checks the pattern.
         *
         * @param column the column
         * @param pattern {@code %} for any text, {@code _} for one character, a backslash to take either, or a backslash, literally
         */
        public Like {
            Objects.requireNonNull(column, "column");
            for (int i = pattern.indexOf('\\'); i >= 0; i = pattern.indexOf('\\', i + 2)) {
                if (i + 1 == pattern.length() || "\\%_".indexOf(pattern.charAt(i + 1)) < 0) {
                    throw new IllegalArgumentException("In the pattern \"" + pattern + "\" the backslash at index " + i
                            + " must stand in front of %, _ or a backslash; write two to match one");
                }
            }
        }

        /**
         * Makes a pattern that matches one text only.
         *
         * @param text the text
         * @return the pattern
         */
        public static String literally(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
    }

    /**
     * Asks for all of some conditions.
     *
     * @param parts the conditions; with none, this is true
     * @param <T> the entity
     */
    record And<T>(List<Condition<T>> parts) implements Condition<T> {

        /**
         * Copies the conditions.
         *
         * @param parts the conditions; with none, this is true
         */
        public And {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Asks for one of some conditions.
     *
     * @param parts the conditions; with none, this is false
     * @param <T> the entity
     */
    record Or<T>(List<Condition<T>> parts) implements Condition<T> {

        /**
         * Copies the conditions.
         *
         * @param parts the conditions; with none, this is false
         */
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Asks for the opposite of a condition; unknown if the condition is.
     *
     * @param part the condition
     * @param <T> the entity
     */
    record Not<T>(Condition<T> part) implements Condition<T> {

        /**
         * Checks for null.
         *
         * @param part the condition
         */
        public Not {
            Objects.requireNonNull(part, "part");
        }
    }
}
