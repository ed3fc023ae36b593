package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class LockOptionsTest {

    @Test
    void eachOptionIsSetAlone() {
        LockOptions options = LockOptions.DEFAULTS
                .withTtl(Duration.ofSeconds(60))
                .withTimeout(Duration.ofSeconds(10))
                .withKey(new LockKey("k"))
                .withRenew(true)
                .withMaxHold(Duration.ofHours(1));
        assertThat(options).hasToString("LockOptions[ttl=PT1M, timeout=PT10S, key=k, renew=true, maxHold=PT1H]");
        assertThat(LockOptions.DEFAULTS)
                .hasToString("LockOptions[ttl=PT30S, timeout=PT5S, key=the entity's, renew=false, maxHold=PT10M]");
    }

    @Test
    void aLeaseThatItsMarginUsesUpIsRefused() {
        assertThatThrownBy(() -> LockOptions.DEFAULTS.withTtl(Duration.ofMillis(50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.05S");
        assertThatThrownBy(() -> LockOptions.DEFAULTS.withMaxHold(Duration.ofMillis(50)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LockOptions.DEFAULTS.withTtl(Duration.ofMillis(51)).ttl()).isEqualTo(Duration.ofMillis(51));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> LockOptions.DEFAULTS.withTimeout(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LockOptions.DEFAULTS.withTtl(Duration.ofDays(40_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyForAllEntitiesIsRefused() {
        LockServiceBuilder builder = LockService.builder(new FakeProvider());
        assertThatThrownBy(() -> builder.options(LockOptions.DEFAULTS.withKey(new LockKey("all"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all");
    }

    @Test
    void aShutdownLimitThatDoesNotFitIsRefused() {
        LockServiceBuilder builder = LockService.builder(new FakeProvider());
        assertThatThrownBy(() -> builder.shutdownLimit(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.shutdownLimit(ChronoUnit.FOREVER.getDuration()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shutdown limit", "days");
    }
}
