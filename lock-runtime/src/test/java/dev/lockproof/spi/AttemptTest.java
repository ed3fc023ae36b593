package dev.lockproof.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a provider may not answer. */
class AttemptTest {

    private final Lease lease = new Lease(new LockKey("A"), OwnerId.random(), 1);

    @Test
    void spareTokensAreNotNegative() {
        assertThatThrownBy(() -> new Attempt.Granted(lease, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void anAgeIsNotNegative() {
        assertThatThrownBy(() -> new Attempt.Granted(lease, 0, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.000000001S");
    }
}
