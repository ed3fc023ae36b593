package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.redis.Handed.Refusal;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For how long a lease is believed in that a release granted: two clocks are compared that have nothing in common. */
class HandedTest {

    private static final LockKey KEY = LockKey.of("Account:42");
    private static final OwnerId OWNER = OwnerId.random();
    private static final Duration TTL = Duration.ofSeconds(10);

    /** Of the server, in microseconds. */
    private static final long REFUSED = 1_700_000_000_000_000L;

    /** Of this process, which may count from anywhere. */
    private static final long ASKED = Long.MAX_VALUE - 1_000;

    private static Attempt.@Nullable Granted granted(Duration later, Duration heard, Duration now) {
        long at = REFUSED + later.toNanos() / 1_000;
        Handed handed = Handed.parse("0000000000000080 3 " + at, ASKED + heard.toNanos());
        return handed.after(new Refusal(ASKED, REFUSED), KEY, OWNER, TTL, ASKED + now.toNanos());
    }

    private static Duration age(Duration later, Duration heard, Duration now) {
        Attempt.Granted granted = granted(later, heard, now);
        assertThat(granted).isNotNull();
        return granted.age();
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void itIsWhatTheMessageSays() {
        Attempt.Granted granted = granted(millis(500), millis(501), millis(502));
        assertThat(granted).isNotNull();
        assertThat(granted.lease().key()).isEqualTo(KEY);
        assertThat(granted.lease().owner()).isEqualTo(OWNER);
        assertThat(granted.lease().token()).isEqualTo(77);
        assertThat(granted.spareTokens()).isEqualTo(3);
    }

    /** The question took 100 ms to the server at most, the message at least 200 ms: nobody knows which of them took how long. */
    @Test
    void itsAgeIsCountedFromTheQuestion() {
        assertThat(age(millis(500), millis(800), millis(800)))
                .isEqualTo(millis(300).plus(drift(millis(500))));
        assertThat(age(millis(500), millis(800), millis(900)))
                .isEqualTo(millis(400).plus(drift(millis(500))));
    }

    private static Duration drift(Duration elapsed) {
        return Duration.ofNanos(elapsed.toNanos() / 1_000);
    }

    /** The server's clock jumped forward by a minute: the message can't have come before the lease began. */
    @Test
    void itIsNoYoungerThanTheMessage() {
        assertThat(age(Duration.ofMinutes(1), millis(600), millis(700))).isEqualTo(millis(100));
    }

    /** The message overtook nothing: it was said before the question was answered, and the answer is the newer one. */
    @Test
    void whatWasSaidBeforeTheLastRefusalCountsNoMore() {
        assertThat(granted(Duration.ofNanos(-TimeUnit.MICROSECONDS.toNanos(1)), millis(1), millis(1)))
                .isNull();
    }

    @Test
    void aLeaseOfWhichATenthIsOverIsAskedForAnew() {
        assertThat(granted(Duration.ZERO, millis(0), TTL.dividedBy(10))).isNotNull();
        assertThat(granted(Duration.ZERO, millis(0), TTL.dividedBy(10).plusNanos(1)))
                .isNull();
    }
}
