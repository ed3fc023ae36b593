package dev.lockproof.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.annotations.AttributeConverter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ColumnTypeTest {

    @Test
    void timesAreCutToTheMicrosecond() {
        assertThat(ColumnType.INSTANT.toStored(Instant.parse("2026-01-01T00:00:00.123456789Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
        assertThat(ColumnType.INSTANT.toStored(Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(ColumnType.LOCAL_TIME.toStored(LocalTime.MAX)).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(ColumnType.LOCAL_DATE_TIME.toStored(LocalDateTime.parse("2026-01-01T00:00:00.000000999")))
                .isEqualTo(LocalDateTime.parse("2026-01-01T00:00:00"));
    }

    @Test
    void anOffsetTimeComesBackInUtc() {
        Object stored = ColumnType.OFFSET_DATE_TIME.toStored(OffsetDateTime.parse("2026-01-01T02:00:00+05:30"));
        assertThat(ColumnType.OFFSET_DATE_TIME.fromStored(stored).toString()).isEqualTo("2025-12-31T20:30Z");
    }

    @Test
    void aDurationIsKeptInNanoseconds() {
        assertThat(ColumnType.DURATION.storage()).isEqualTo(ColumnType.Storage.LONG);
        assertThat(ColumnType.DURATION.toStored(Duration.ofMillis(-1))).isEqualTo(-1_000_000L);
        assertThatThrownBy(() -> ColumnType.DURATION.toStored(Duration.ofDays(200_000)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void bytesAreCopiedOnTheWayInAndOut() {
        byte[] bytes = {1, 2};
        Object stored = ColumnType.BYTES.toStored(bytes);
        bytes[0] = 9;
        byte[] read = ColumnType.BYTES.fromStored(stored);
        read[1] = 9;
        assertThat(ColumnType.BYTES.fromStored(stored)).containsExactly(1, 2);
    }

    @Test
    void anEnumIsStoredByNameAndSaysIfAConstantIsGone() {
        ColumnType<TimeUnit> type = ColumnType.enumeration(TimeUnit.class);
        assertThat(type.toStored(TimeUnit.DAYS)).isEqualTo("DAYS");
        assertThat(type.fromStored("DAYS")).isEqualTo(TimeUnit.DAYS);
        assertThatThrownBy(() -> type.fromStored("WEEKS"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TimeUnit.WEEKS");
    }

    @Test
    void aStoreThatGivesAnotherClassIsTold() {
        assertThatThrownBy(() -> ColumnType.LONG.fromStored(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A column of type Long holds a Long, but the store gave a java.lang.Integer");
    }

    @Test
    void aConverterThatReturnsNullIsNamed() {
        ColumnType<String> type = ColumnType.converted(new Forgetful(), ColumnType.STRING);
        assertThatThrownBy(() -> type.toStored("a")).hasMessageContaining(Forgetful.class.getName());
        assertThatThrownBy(() -> type.fromStored("a")).hasMessageContaining(Forgetful.class.getName());
    }

    @Test
    void conversionsAreChained() {
        ColumnType<String> type = ColumnType.converted(new Length(), ColumnType.INTEGER);
        assertThat(type.storage()).isEqualTo(ColumnType.Storage.INTEGER);
        assertThat(type.toStored("abc")).isEqualTo(3);
        assertThat(type.fromStored(2)).isEqualTo("xx");
    }

    private static final class Forgetful implements AttributeConverter<String, String> {

        @Override
        public String toColumn(String property) {
            return null;
        }

        @Override
        public String toProperty(String column) {
            return null;
        }
    }

    private static final class Length implements AttributeConverter<String, Integer> {

        @Override
        public Integer toColumn(String property) {
            return property.length();
        }

        @Override
        public String toProperty(Integer column) {
            return "x".repeat(column);
        }
    }
}
