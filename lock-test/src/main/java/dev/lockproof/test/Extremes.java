package dev.lockproof.test;

import dev.lockproof.Field;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.Sample.Color;
import dev.lockproof.test.entities.Sample.Money;
import dev.lockproof.test.entities.SampleMapping;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Values of a type that are hard to store, in ascending order if the type has one. */
record Extremes<V>(Field<Sample, V> field, List<V> ascending) {

    private static final int MEGABYTE = 1 << 20;

    /** Every store keeps these. */
    static final List<Extremes<?>> PORTABLE = List.of(
            of(SampleMapping.BOOLEAN, false, true),
            of(SampleMapping.BYTE, Byte.MIN_VALUE, (byte) -1, (byte) 0, Byte.MAX_VALUE),
            of(SampleMapping.SHORT, Short.MIN_VALUE, (short) -1, (short) 0, Short.MAX_VALUE),
            of(SampleMapping.INTEGER, Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
            of(SampleMapping.LONG, Long.MIN_VALUE, -1L, 0L, (1L << 53) + 1, Long.MAX_VALUE),
            of(SampleMapping.FLOAT, -Float.MAX_VALUE, -0.1f, 0f, Float.MIN_NORMAL, 0.1f, 16_777_216f, Float.MAX_VALUE),
            of(
                    SampleMapping.DOUBLE,
                    -Double.MAX_VALUE,
                    -0.1,
                    0.0,
                    Double.MIN_NORMAL,
                    0.1,
                    Math.PI,
                    9_007_199_254_740_992.0,
                    Double.MAX_VALUE),
            of(SampleMapping.CHARACTER, ' ', '"', '\'', '0', 'A', '\\', 'a', 'é', '漢', '\uFFFD'),
            of(
                    SampleMapping.STRING,
                    "",
                    "\t\r\n",
                    " ",
                    "'; drop table sample; --",
                    "a",
                    "a ",
                    "a" + "b".repeat(MEGABYTE),
                    "é",
                    "漢字",
                    "🎉👩‍👩‍👧"),
            of(
                    SampleMapping.UUID,
                    new UUID(0, 0),
                    UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100"),
                    new UUID(-1, -1)),
            of(
                    SampleMapping.DECIMAL,
                    new BigDecimal("-99999999999999999999.9999999999"),
                    new BigDecimal("-1.50"),
                    BigDecimal.ZERO,
                    new BigDecimal("0.0000000001"),
                    new BigDecimal("1E+2"),
                    new BigDecimal("99999999999999999999.9999999999")),
            of(
                    SampleMapping.BIG_INTEGER,
                    BigInteger.TWO.pow(100).negate(),
                    BigInteger.ZERO,
                    BigInteger.TWO.pow(63),
                    BigInteger.TWO.pow(100)),
            of(SampleMapping.BYTES, new byte[0], new byte[] {0}, new byte[] {-1, 0, 127, -128}, new byte[MEGABYTE]),
            of(
                    SampleMapping.INSTANT,
                    Instant.parse("1000-01-01T00:00:00Z"),
                    Instant.parse("1969-12-31T23:59:59.999999Z"),
                    Instant.EPOCH,
                    Instant.parse("2026-03-29T01:30:00.000001Z"),
                    Instant.parse("2026-10-25T00:30:00Z"),
                    Instant.parse("2026-10-25T01:30:00Z"),
                    Instant.parse("9999-12-31T23:59:59.999999Z")),
            of(
                    SampleMapping.LOCAL_DATE,
                    LocalDate.of(1000, 1, 1),
                    LocalDate.of(1582, 10, 10),
                    LocalDate.of(1970, 1, 1),
                    LocalDate.of(2024, 2, 29),
                    LocalDate.of(9999, 12, 31)),
            of(
                    SampleMapping.LOCAL_TIME,
                    LocalTime.MIDNIGHT,
                    LocalTime.of(2, 30),
                    LocalTime.NOON,
                    LocalTime.of(23, 59, 59, 999_999_000)),
            of(
                    SampleMapping.LOCAL_DATE_TIME,
                    LocalDateTime.parse("1000-01-01T00:00:00"),
                    LocalDateTime.parse("1969-12-31T23:59:59.999999"),
                    LocalDateTime.parse("2026-03-08T02:30:00"), // skipped by the clocks of New York
                    LocalDateTime.parse("2026-03-29T02:30:00"), // and of Berlin
                    LocalDateTime.parse("2026-10-25T02:30:00"), // twice in Berlin
                    LocalDateTime.parse("9999-12-31T23:59:59.999999")),
            of(
                    SampleMapping.OFFSET_DATE_TIME,
                    OffsetDateTime.parse("1000-01-01T00:00:00Z"),
                    OffsetDateTime.parse("2026-03-29T01:30:00.000001Z"),
                    OffsetDateTime.parse("9999-12-31T23:59:59.999999Z")),
            of(
                    SampleMapping.DURATION,
                    Duration.ofNanos(Long.MIN_VALUE),
                    Duration.ofNanos(-1),
                    Duration.ZERO,
                    Duration.ofNanos(1),
                    Duration.ofDays(100_000),
                    Duration.ofNanos(Long.MAX_VALUE)),
            of(SampleMapping.COLOR, Color.GREEN, Color.RED),
            of(SampleMapping.MONEY, new Money(Long.MIN_VALUE), new Money(0), new Money(Long.MAX_VALUE)));

    /** A store may refuse these. */
    static final List<Extremes<?>> NOT_PORTABLE = List.of(
            of(SampleMapping.FLOAT, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NaN),
            of(SampleMapping.DOUBLE, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN),
            of(SampleMapping.CHARACTER, '\0', '\uD800', '\uFFFF'),
            of(SampleMapping.STRING, "\0", "a\0b", "\uD800", "\uDC00\uD800"),
            of(SampleMapping.DECIMAL, new BigDecimal("1E-1000"), new BigDecimal("1E+1000")),
            of(SampleMapping.BIG_INTEGER, BigInteger.TWO.pow(10_000)),
            of(
                    SampleMapping.INSTANT,
                    Instant.MIN,
                    Instant.parse("+10000-01-01T00:00:00Z"),
                    Instant.MAX.truncatedTo(ChronoUnit.MICROS)),
            of(SampleMapping.LOCAL_DATE, LocalDate.MIN, LocalDate.of(0, 1, 1), LocalDate.MAX),
            of(
                    SampleMapping.LOCAL_DATE_TIME,
                    LocalDateTime.MIN,
                    LocalDateTime.of(0, 1, 1, 0, 0),
                    LocalDateTime.MAX.truncatedTo(ChronoUnit.MICROS)));

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <V> Extremes<V> of(Field<Sample, V> field, V... ascending) {
        return new Extremes<>(field, List.of(ascending));
    }
}
