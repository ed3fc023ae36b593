package dev.lockproof.test.entities;

import dev.lockproof.ComparableField;
import dev.lockproof.Field;
import dev.lockproof.TextField;
import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.RowWriter;
import dev.lockproof.test.entities.Sample.Color;
import dev.lockproof.test.entities.Sample.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mapping of {@link Sample}. */
public final class SampleMapping extends RecordMapping<Sample, Long> {

    public static final ComparableField<Sample, Long> ID =
            ComparableField.of("id", Column.required("id", ColumnType.LONG));
    public static final Field<Sample, Boolean> BOOLEAN = field("a_boolean", ColumnType.BOOLEAN);
    public static final ComparableField<Sample, Byte> BYTE = comparable("a_byte", ColumnType.BYTE);
    public static final ComparableField<Sample, Short> SHORT = comparable("a_short", ColumnType.SHORT);
    public static final ComparableField<Sample, Integer> INTEGER = comparable("an_integer", ColumnType.INTEGER);
    public static final ComparableField<Sample, Long> LONG = comparable("a_long", ColumnType.LONG);
    public static final ComparableField<Sample, Float> FLOAT = comparable("a_float", ColumnType.FLOAT);
    public static final ComparableField<Sample, Double> DOUBLE = comparable("a_double", ColumnType.DOUBLE);
    public static final ComparableField<Sample, Character> CHARACTER = comparable("a_character", ColumnType.CHARACTER);
    public static final TextField<Sample> STRING =
            TextField.of("a_string", Column.nullable("a_string", ColumnType.STRING));
    public static final Field<Sample, UUID> UUID = field("a_uuid", ColumnType.UUID);
    public static final ComparableField<Sample, BigDecimal> DECIMAL = comparable("a_decimal", ColumnType.DECIMAL);
    public static final ComparableField<Sample, BigInteger> BIG_INTEGER =
            comparable("a_big_integer", ColumnType.BIG_INTEGER);
    public static final Field<Sample, byte[]> BYTES = field("some_bytes", ColumnType.BYTES);
    public static final ComparableField<Sample, Instant> INSTANT = comparable("an_instant", ColumnType.INSTANT);
    public static final ComparableField<Sample, LocalDate> LOCAL_DATE = comparable("a_date", ColumnType.LOCAL_DATE);
    public static final ComparableField<Sample, LocalTime> LOCAL_TIME = comparable("a_time", ColumnType.LOCAL_TIME);
    public static final ComparableField<Sample, LocalDateTime> LOCAL_DATE_TIME =
            comparable("a_date_time", ColumnType.LOCAL_DATE_TIME);
    public static final ComparableField<Sample, OffsetDateTime> OFFSET_DATE_TIME =
            comparable("an_offset_time", ColumnType.OFFSET_DATE_TIME);
    public static final ComparableField<Sample, Duration> DURATION = comparable("a_duration", ColumnType.DURATION);
    public static final Field<Sample, Color> COLOR = field("a_color", ColumnType.enumeration(Color.class));
    public static final Field<Sample, Money> MONEY =
            field("some_money", ColumnType.converted(new MoneyInCents(), ColumnType.LONG));

    /** The nullable ones. */
    public static final List<Field<Sample, ?>> NULLABLE = List.of(
            BOOLEAN,
            BYTE,
            SHORT,
            INTEGER,
            LONG,
            FLOAT,
            DOUBLE,
            CHARACTER,
            STRING,
            UUID,
            DECIMAL,
            BIG_INTEGER,
            BYTES,
            INSTANT,
            LOCAL_DATE,
            LOCAL_TIME,
            LOCAL_DATE_TIME,
            OFFSET_DATE_TIME,
            DURATION,
            COLOR,
            MONEY);

    public static final SampleMapping INSTANCE = new SampleMapping();

    private SampleMapping() {
        super("Sample", "sample", ID, withId());
    }

    @Override
    public Long idOf(Sample sample) {
        return sample.id();
    }

    @Override
    protected void write(Sample sample, RowWriter row) {
        row.set(ID, sample.id());
        NULLABLE.forEach(field -> copy(sample, field, row));
    }

    @Override
    public Sample read(Row row) {
        Map<Field<Sample, ?>, Object> values = new HashMap<>();
        for (Field<Sample, ?> field : NULLABLE) {
            Object value = row.get(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return new Sample(row.require(ID), Map.copyOf(values));
    }

    /** {@link Sample#of} has made them fit. */
    @SuppressWarnings("unchecked")
    private static <V> void copy(Sample sample, Field<Sample, V> field, RowWriter row) {
        row.set(field, (@Nullable V) sample.values().get(field));
    }

    private static List<Field<Sample, ?>> withId() {
        List<Field<Sample, ?>> all = new ArrayList<>(NULLABLE);
        all.add(0, ID);
        return all;
    }

    private static <V> Field<Sample, V> field(String name, ColumnType<V> type) {
        return Field.of(name, Column.nullable(name, type));
    }

    private static <V extends Comparable<? super V>> ComparableField<Sample, V> comparable(
            String name, ColumnType<V> type) {
        return ComparableField.of(name, Column.nullable(name, type));
    }

    private static final class MoneyInCents implements AttributeConverter<Money, Long> {

        @Override
        public Long toColumn(Money money) {
            return money.cents();
        }

        @Override
        public Money toProperty(Long cents) {
            return new Money(cents);
        }
    }
}
