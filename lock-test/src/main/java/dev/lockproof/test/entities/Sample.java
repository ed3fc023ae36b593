package dev.lockproof.test.entities;

import dev.lockproof.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record entity with a nullable property of every type. */
public record Sample(long id, Map<Field<Sample, ?>, Object> values) {

    /** Makes one of which only one property is not null. */
    public static <V> Sample of(long id, Field<Sample, V> field, @Nullable V value) {
        return new Sample(id, value == null ? Map.of() : Map.of(field, value));
    }

    /** Something with names. */
    public enum Color {
        RED,
        GREEN
    }

    /** Something that no store knows. */
    public record Money(long cents) {}
}
