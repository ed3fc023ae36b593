package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.Objects;

/**
 * An order by one property; rows where it is null come last, in either direction.
 *
 * @param column the property's column
 * @param isDescending whether the largest value comes first
 * @param <T> the entity
 */
@SuppressWarnings("UnusedTypeParameter") // keeps the order of one entity out of another's query
public record SortOrder<T>(Column<?> column, boolean isDescending) {

    /**
     * Checks the column.
     *
     * @param column the property's column
     * @param isDescending whether the largest value comes first
     */
    public SortOrder {
        Objects.requireNonNull(column, "column");
    }
}
