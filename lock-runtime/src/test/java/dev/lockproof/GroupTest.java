package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several locks that are taken together. */
@Timeout(60)
class GroupTest extends ServiceFixture {

    @Test
    void severalKeysAreTakenInTheOrderOfTheirBytesAndReleasedInReverse() {
        // By UTF-16 units, the supplementary character would come before U+FFFD.
        List<Gadget> gadgets = List.of(
                new Gadget("\ud83d\udd12"), new Gadget("\ufffd"), new Gadget("b"), new Gadget("B"), new Gadget("b"));
        locks.acquireAll(gadgets).close();
        assertThat(provider.calls)
                .containsExactly(
                        "acquire B",
                        "acquire b",
                        "acquire \ufffd",
                        "acquire \ud83d\udd12",
                        "release \ud83d\udd12",
                        "release \ufffd",
                        "release b",
                        "release B");
        provider.calls.clear();
        locks.acquireBoth(gadgets.get(2), gadgets.get(3)).close();
        assertThat(provider.calls).containsExactly("acquire B", "acquire b", "release b", "release B");
    }

    @Test
    void aGroupHasOneDeadline() {
        LockService impatient = LockService.builder(provider)
                .ticker(time)
                .scheduler(time)
                .options(LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(1)))
                .build();
        provider.steal(new LockKey("C"));
        // Each request takes most of the timeout, so that a timeout for each lock would let all three be tried.
        provider.onTheWay = () -> time.pass(Duration.ofMillis(600));
        assertThatThrownBy(() -> impatient.acquireAll(List.of(new Gadget("A"), new Gadget("B"), new Gadget("C"))))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("C");
        assertThat(provider.calls).containsExactly("acquire A", "acquire B", "acquire C", "release B", "release A");
    }

    @Test
    void aGroupWhoseFirstLeaseRanOutMeanwhileIsLost() {
        provider.onTheWayBack = () -> time.pass(Duration.ofSeconds(20));
        assertThatThrownBy(() -> locks.acquireBoth(new Gadget("A"), new Gadget("B")))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("A");
        assertNothingIsLeft();
    }
}
