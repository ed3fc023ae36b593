package dev.lockproof;

import dev.lockproof.spi.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks for entities: which, in what order, how many. Immutable; each method gives a new query.
 *
 * <pre>{@code
 * accounts.find(Query.where(AccountFields.BALANCE.lessThan(0L)).orderBy(AccountFields.BALANCE.ascending()).limit(10))
 * }</pre>
 *
 * <p>An order is always total: the id settles what its criteria leave open. So a page goes on exactly where the last one
 * ended, however many values are equal, and without reading again what came before:
 *
 * <pre>{@code
 * Query<Account> query = Query.<Account>all().orderBy(AccountFields.BALANCE.ascending()).limit(10);
 * List<PersistentAccount> first = accounts.find(query);
 * List<PersistentAccount> second = accounts.find(query.after(first.get(9)));
 * }</pre>
 *
 * @param condition which entities
 * @param order by what they are ordered
 * @param isOrdered whether they are ordered at all: by the order, then by the id; if not, the order is up to the store
 * @param maximum at most how many, if limited
 * @param skipped how many to leave out at the beginning
 * @param position the values behind which the first one comes in the order, if not at its beginning
 * @param <T> the entity
 */
public record Query<T>(
        Condition<T> condition,
        List<SortOrder<T>> order,
        boolean isOrdered,
        OptionalInt maximum,
        long skipped,
        Optional<Row> position) {

    /**
     * Checks the numbers and copies the order.
     *
     * @param condition which entities
     * @param order by what they are ordered
     * @param isOrdered whether they are ordered at all; they are where the order is not empty
     * @param maximum at most how many, if limited
     * @param skipped how many to leave out at the beginning; none if there is a position
     * @param position the values behind which the first one comes in the order, if not at its beginning
     */
    public Query {
        Objects.requireNonNull(condition, "condition");
        order = List.copyOf(order);
        isOrdered |= !order.isEmpty();
        if (maximum.isPresent() && maximum.getAsInt() < 0) {
            throw new IllegalArgumentException("A limit is zero or more, not " + maximum.getAsInt());
        }
        if (skipped < 0) {
            throw new IllegalArgumentException("An offset is zero or more, not " + skipped);
        }
        if (skipped > 0 && position.isPresent()) {
            throw new IllegalArgumentException("A query begins after " + position.get() + " or skips an offset of "
                    + skipped + ", not both: leave one of them out");
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
        return new Query<>(condition, List.of(), false, OptionalInt.empty(), 0, Optional.empty());
    }

    /**
     * Orders the entities, in place of any order before. Those that are equal in all criteria are ordered by the id, in
     * the direction of the last one.
     *
     * @param order the first decides; the next one where it finds two equal; and so on. With none, the order is up to the
     *     store
     * @return the query
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    public final Query<T> orderBy(SortOrder<T>... order) {
        return new Query<>(condition, Arrays.asList(order), false, maximum, skipped, position);
    }

    /**
     * Orders the entities by the id, smallest first, in place of any order before. A composite id is ordered by its
     * columns, one after the other; ids of a type without an order of its own are ordered as the store likes, but always
     * alike.
     *
     * @return the query
     */
    public Query<T> orderById() {
        return new Query<>(condition, List.of(), true, maximum, skipped, position);
    }

    /**
     * Limits how many entities are returned.
     *
     * @param limit at most how many; zero or more
     * @return the query
     */
    public Query<T> limit(int limit) {
        return new Query<>(condition, order, isOrdered, OptionalInt.of(limit), skipped, position);
    }

    /**
     * Leaves out entities at the beginning.
     *
     * @param offset how many; zero or more
     * @return the query
     * @throws IllegalArgumentException if the query begins after an entity
     */
    public Query<T> offset(long offset) {
        return new Query<>(condition, order, isOrdered, maximum, offset, position);
    }

    /**
     * Begins after an entity in the order, which the query must have: {@link #orderBy} or {@link #orderById()}. Only the
     * values count with which it was read. It makes no difference whether it was changed or deleted meanwhile, and it is
     * not read again.
     *
     * @param last the last one that the same query has returned, before its limit
     * @return the query
     * @throws IllegalArgumentException if the query skips an offset, or the entity was not returned by a repository
     */
    public Query<T> after(Persistent<T, ?> last) {
        return new Query<>(condition, order, isOrdered, maximum, skipped, Optional.of(Row.of(last)));
    }
}
