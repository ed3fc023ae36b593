package dev.lockproof.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.annotations.AcquiresLock;
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
import org.junit.jupiter.api.Test;

/** Every type of property comes back as it was saved. */
@AcquiresLock
class PropertyTypesTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0001-0000-000000000002");

    private final EverythingRepository store = EverythingRepository.inMemory();

    @Test
    void valuesComeBackAsTheyWere() {
        Everything full = everything(true);

        store.save(full);

        assertThat(store.require(ID).entity()).usingRecursiveComparison().isEqualTo(full);
    }

    @Test
    void missingValuesComeBackAsMissing() {
        Everything sparse = everything(false);

        store.save(sparse);

        PersistentEverything stored = store.require(ID);
        assertThat(stored.entity()).usingRecursiveComparison().isEqualTo(sparse);
        assertThat(stored.note()).isEmpty();
        assertThat(stored.maybeLarge()).isNull();
    }

    @Test
    void theLockedValueIsTheStoredOne() {
        store.save(everything(true));

        try (LockedEverything locked = store.lock(ID)) {
            assertThat(locked.withNote(Optional.empty())
                            .withLarge(9)
                            .withMaybeBytes(null)
                            .note())
                    .isEmpty();
            store.save(locked);
        }

        assertThat(store.count(EverythingFields.LARGE.equalTo(9L).and(EverythingFields.NOTE.isNull())))
                .isEqualTo(1);
    }

    @Test
    void aClassMayHaveOptionalAccessorsAndConstructorParameters() {
        CustomerRepository customers = CustomerRepository.inMemory();
        customers.save(new Shop.Customer(1, "ada", Optional.empty()));

        assertThat(customers.require(1).getPhone()).isEmpty();
        try (LockedCustomer customer = customers.lock(1)) {
            customer.call("555");
            customers.save(customer);
        }
        assertThat(customers.require(1).getPhone()).contains("555");
        assertThat(customers.require(1).lockKey()).hasToString("Customer:1");
    }

    private static Everything everything(boolean full) {
        return everything(full, "text with 'quotes' and \u0000");
    }

    static Everything everything(boolean full, String text) {
        return new Everything(
                ID,
                true,
                Byte.MIN_VALUE,
                Short.MAX_VALUE,
                -1,
                Long.MIN_VALUE,
                1.5f,
                Math.PI,
                'ß',
                full ? true : null,
                full ? (byte) 1 : null,
                full ? (short) 2 : null,
                full ? 3 : null,
                full ? 4L : null,
                full ? 5f : null,
                full ? 6d : null,
                full ? 'c' : null,
                text,
                UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                Everything.Size.M,
                new BigDecimal("12345678901234567890.12345"),
                BigInteger.TWO.pow(100),
                new byte[] {1, 0, -1},
                Instant.parse("2024-02-29T23:59:59.123456Z"),
                LocalDate.of(2024, 2, 29),
                LocalTime.of(23, 59, 59, 123_456_000),
                LocalDateTime.of(2024, 2, 29, 1, 2, 3),
                OffsetDateTime.parse("2024-02-29T01:02:03Z"),
                Duration.ofNanos(1),
                full ? Optional.of("note") : Optional.empty(),
                full ? Optional.of(1) : Optional.empty(),
                full ? Everything.Size.S : null,
                full ? new byte[] {2} : null);
    }
}
