package dev.lockproof;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Asks for entities: which, in what order, how many. Immutable; each method gives a new query.
 *
 * <pre>{@code
 * accounts.find(Query.where(AccountFields.BALANCE.lessThan(0L)).orderBy(AccountFields.BALANCE.ascending()).limit(10))
 * }</pre>
 *
 * @param condition which entities
 * @param order by what they are ordered; if empty, the order is up to the store
 * @param maximum at most how many, if limited
 * @param skipped how many to leave out at the beginning
 * @param <T> the entity
 */
public record Query<T>(Condition<T> condition, List<SortOrder<T>> order, OptionalInt maximum, long skipped) {

    /**
     * Checks the numbers and copies the order.
     *
     * @param condition which entities
     * @param order by what they are ordered; if empty, the order is up to the store
     * @param maximum at most how many, if limited
     * @param skipped how many to leave out at the beginning
     */
    public Query {
        Objects.requireNonNull(condition, "condition");
        order = List.copyOf(order);
        if (maximum.isPresent() && maximum.getAsInt() < 0) {
            throw new IllegalArgumentException("A limit is zero or more, not " + maximum.getAsInt());
        }
        if (skipped < 0) {
            throw new IllegalArgumentException("An offset is zero or more, not " + skipped);
        }
    }

    /**
     * Asks for all entities.
     *
     * @param <T> the entity
     * @return the query
     */
    public static <T> Query<T> all() {
        return where(Condition.all());
    }

    /**
     * Asks for the entities that meet a condition.
     *
     * @param condition the condition
     * @param <T> the entity
     * @return the query
     */
    public static <T> Query<T> where(Condition<T> condition) {
        return new Query<>(condition, List.of(), OptionalInt.empty(), 0);
    }

    /**
     * Orders the entities, in place of any order before.
     *
     * @param order the first decides; the next one where it finds two equal; and so on
     * @return the query
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    public final Query<T> orderBy(SortOrder<T>... order) {
        return new Query<>(condition, Arrays.asList(order), maximum, skipped);
    }

    /**
     * Limits how many entities are returned.
     *
     * @param limit at most how many; zero or more
     * @return the query
     */
    public Query<T> limit(int limit) {
        return new Query<>(condition, order, OptionalInt.of(limit), skipped);
    }

    /**
     * Leaves out entities at the beginning.
     *
     * @param offset how many; zero or more
     * @return the query
     */
    public Query<T> offset(long offset) {
        return new Query<>(condition, order, maximum, offset);
    }
}
