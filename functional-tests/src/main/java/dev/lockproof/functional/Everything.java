package dev.lockproof.functional;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A package-private record with every type of property. */
@Entity
@SuppressWarnings("ArrayRecordComponent") // arrays are compared by value where they are tested
record Everything(
        @Id UUID id,
        boolean flag,
        byte tiny,
        short small,
        int medium,
        long large,
        float single,
        double twice,
        char letter,
        @Nullable Boolean maybeFlag,
        @Nullable Byte maybeTiny,
        @Nullable Short maybeSmall,
        @Nullable Integer maybeMedium,
        @Nullable Long maybeLarge,
        @Nullable Float maybeSingle,
        @Nullable Double maybeTwice,
        @Nullable Character maybeLetter,
        String text,
        UUID uuid,
        Size size,
        BigDecimal decimal,
        BigInteger integer,
        byte[] bytes,
        Instant instant,
        LocalDate date,
        LocalTime time,
        LocalDateTime dateTime,
        OffsetDateTime offsetDateTime,
        Duration duration,
        Optional<String> note,
        Optional<Integer> rank,
        @Nullable Size maybeSize,
        byte @Nullable [] maybeBytes) {

    enum Size {
        S,
        M
    }
}
