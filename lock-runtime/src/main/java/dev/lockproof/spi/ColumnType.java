package dev.lockproof.spi;

import dev.lockproof.annotations.AttributeConverter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;

/**
 * Says which values a column takes, and in which Java class a store sees them.
 *
 * <p>What every store can keep is decided here, once, so that all stores give back the same values:
 *
 * <ul>
 *   <li>points in time and times of day are kept to the microsecond, the rest is cut off;
 *   <li>an {@link OffsetDateTime} is kept as its instant and comes back in UTC;
 *   <li>a {@link Duration} is kept in nanoseconds, which covers 292 years in either direction;
 *   <li>an enum constant is kept as its name.
 * </ul>
 *
 * <p>Instances are immutable and thread-safe, provided that the converters are.
 *
 * @param <V> the values, in the property's type
 */
public final class ColumnType<V> {

    /** {@code boolean}. */
    public static final ColumnType<Boolean> BOOLEAN = plain(Storage.BOOLEAN, Boolean.class);

    /** {@code byte}. */
    public static final ColumnType<Byte> BYTE = plain(Storage.BYTE, Byte.class);

    /** {@code short}. */
    public static final ColumnType<Short> SHORT = plain(Storage.SHORT, Short.class);

    /** {@code int}. */
    public static final ColumnType<Integer> INTEGER = plain(Storage.INTEGER, Integer.class);

    /** {@code long}. */
    public static final ColumnType<Long> LONG = plain(Storage.LONG, Long.class);

    /** {@code float}. */
    public static final ColumnType<Float> FLOAT = plain(Storage.FLOAT, Float.class);

    /** {@code double}. */
    public static final ColumnType<Double> DOUBLE = plain(Storage.DOUBLE, Double.class);

    /** {@code char}. */
    public static final ColumnType<Character> CHARACTER = plain(Storage.CHARACTER, Character.class);

    /** Text of any length. */
    public static final ColumnType<String> STRING = plain(Storage.STRING, String.class);

    /** A UUID. */
    public static final ColumnType<java.util.UUID> UUID = plain(Storage.UUID, java.util.UUID.class);

    /** A decimal number. Two that differ only in trailing zeros are the same value. */
    public static final ColumnType<BigDecimal> DECIMAL = plain(Storage.DECIMAL, BigDecimal.class);

    /** A whole number of any size. */
    public static final ColumnType<BigInteger> BIG_INTEGER = plain(Storage.BIG_INTEGER, BigInteger.class);

    /** Bytes of any length. Copied on the way in and out. */
    public static final ColumnType<byte[]> BYTES =
            of(Storage.BYTES, byte[].class, byte[].class, byte[]::clone, byte[]::clone);

    /** A point in time. */
    public static final ColumnType<Instant> INSTANT =
            cut(Storage.INSTANT, Instant.class, time -> time.truncatedTo(ChronoUnit.MICROS));

    /** A date. */
    public static final ColumnType<LocalDate> LOCAL_DATE = plain(Storage.LOCAL_DATE, LocalDate.class);

    /** A time of day. */
    public static final ColumnType<LocalTime> LOCAL_TIME =
            cut(Storage.LOCAL_TIME, LocalTime.class, time -> time.truncatedTo(ChronoUnit.MICROS));

    /** A date with a time of day. */
    public static final ColumnType<LocalDateTime> LOCAL_DATE_TIME =
            cut(Storage.LOCAL_DATE_TIME, LocalDateTime.class, time -> time.truncatedTo(ChronoUnit.MICROS));

    /** A point in time, given with an offset from UTC. Comes back in UTC. */
    public static final ColumnType<OffsetDateTime> OFFSET_DATE_TIME = of(
            Storage.INSTANT,
            OffsetDateTime.class,
            Instant.class,
            time -> time.toInstant().truncatedTo(ChronoUnit.MICROS),
            time -> time.atOffset(ZoneOffset.UTC));

    /** A length of time. One beyond 292 years is refused with an {@link ArithmeticException}. */
    public static final ColumnType<Duration> DURATION =
            of(Storage.LONG, Duration.class, Long.class, Duration::toNanos, Duration::ofNanos);

    private final Storage storage;
    private final Class<?> valueClass;
    private final Function<? super V, ?> toStored;
    private final Function<Object, ? extends V> fromStored;

    private ColumnType(
            Storage storage,
            Class<?> valueClass,
            Function<? super V, ?> toStored,
            Function<Object, ? extends V> fromStored) {
        this.storage = storage;
        this.valueClass = valueClass;
        this.toStored = toStored;
        this.fromStored = fromStored;
    }

    /**
     * Makes the type of an enum's columns: its constants' names are stored.
     *
     * @param type the enum
     * @param <E> the enum
     * @return the type
     */
    public static <E extends Enum<E>> ColumnType<E> enumeration(Class<E> type) {
        return of(Storage.STRING, type, String.class, Enum::name, name -> Enum.valueOf(type, name));
    }

    /**
     * Makes the type of columns whose values go through a converter.
     *
     * @param converter turns values into the other type's, and back; thread-safe
     * @param type the type of what the converter makes
     * @param <X> the property's type
     * @param <Y> the converter's result
     * @return the type
     */
    public static <X, Y> ColumnType<X> converted(AttributeConverter<X, Y> converter, ColumnType<Y> type) {
        Objects.requireNonNull(converter, "converter");
        return new ColumnType<>(
                type.storage,
                Object.class,
                value -> type.toStored(converted(converter, converter.toColumn(value))),
                stored -> converted(converter, converter.toProperty(type.fromStored(stored))));
    }

    /**
     * Says as what a store sees the values.
     *
     * @return the storage
     */
    public Storage storage() {
        return storage;
    }

    /**
     * Turns a value into what a store keeps.
     *
     * @param value the value
     * @return an instance of the storage's Java class
     */
    public Object toStored(V value) {
        return toStored.apply(Objects.requireNonNull(value, "value"));
    }

    /**
     * Turns what a store keeps into a value.
     *
     * @param stored an instance of the storage's Java class
     * @return the value
     * @throws IllegalArgumentException if there is no such value, such as a removed constant of an enum
     */
    public V fromStored(Object stored) {
        if (!storage.javaClass().isInstance(stored)) {
            throw new IllegalArgumentException("A column of type " + this + " holds a "
                    + storage.javaClass().getSimpleName() + ", but the store gave a "
                    + stored.getClass().getName());
        }
        return fromStored.apply(stored);
    }

    @Override
    public String toString() {
        return valueClass == Object.class ? "converted " + storage : valueClass.getSimpleName();
    }

    private static <V> ColumnType<V> plain(Storage storage, Class<V> type) {
        return of(storage, type, type, value -> value, stored -> stored);
    }

    private static <V> ColumnType<V> cut(Storage storage, Class<V> type, Function<V, V> cut) {
        return of(storage, type, type, cut, stored -> stored);
    }

    private static <V, S> ColumnType<V> of(
            Storage storage, Class<V> type, Class<S> stored, Function<V, S> toStored, Function<S, V> fromStored) {
        return new ColumnType<>(storage, type, toStored, value -> fromStored.apply(stored.cast(value)));
    }

    private static <V> V converted(AttributeConverter<?, ?> converter, V value) {
        return Objects.requireNonNull(
                value, () -> converter.getClass().getName() + " returned null for a value that is not null");
    }

    /** The classes of values that a store has to keep. */
    public enum Storage {
        /** {@link java.lang.Boolean}. */
        BOOLEAN(Boolean.class),
        /** {@link java.lang.Byte}. */
        BYTE(Byte.class),
        /** {@link java.lang.Short}. */
        SHORT(Short.class),
        /** {@link java.lang.Integer}. */
        INTEGER(Integer.class),
        /** {@link java.lang.Long}. */
        LONG(Long.class),
        /** {@link java.lang.Float}. */
        FLOAT(Float.class),
        /** {@link java.lang.Double}. */
        DOUBLE(Double.class),
        /** {@link java.lang.Character}. */
        CHARACTER(Character.class),
        /** {@link java.lang.String}. */
        STRING(String.class),
        /** {@link java.util.UUID}. */
        UUID(java.util.UUID.class),
        /** {@link java.math.BigDecimal}. */
        DECIMAL(BigDecimal.class),
        /** {@link java.math.BigInteger}. */
        BIG_INTEGER(BigInteger.class),
        /** An array of {@code byte}, which must not be modified. */
        BYTES(byte[].class),
        /** {@link java.time.Instant}, to the microsecond. */
        INSTANT(Instant.class),
        /** {@link java.time.LocalDate}. */
        LOCAL_DATE(LocalDate.class),
        /** {@link java.time.LocalTime}, to the microsecond. */
        LOCAL_TIME(LocalTime.class),
        /** {@link java.time.LocalDateTime}, to the microsecond. */
        LOCAL_DATE_TIME(LocalDateTime.class);

        private final Class<?> javaClass;

        Storage(Class<?> javaClass) {
            this.javaClass = javaClass;
        }

        /**
         * Gives the class of the stored values.
         *
         * @return the class
         */
        public Class<?> javaClass() {
            return javaClass;
        }
    }
}
