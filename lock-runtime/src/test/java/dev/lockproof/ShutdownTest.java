package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing a service ends every scope and closes the provider, whatever fails on the way. */
@Timeout(60)
class ShutdownTest extends ServiceFixture {

    private static final class Boom extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anErrorOfTheListenerKeepsNothingOpen() {
        LockService listened = LockService.builder(provider)
                .shutdownLimit(Duration.ZERO)
                .listener(new LockListener() {
                    @Override
                    public void lost(LockKey key, Duration held) {
                        throw new Boom();
                    }
                })
                .build();
        assertEndsInSpiteOfAnError(listened, () -> {});
    }

    @Test
    void anErrorOfAReleaseKeepsNothingOpen() {
        assertEndsInSpiteOfAnError(
                realTimeLocks,
                () -> provider.onTheWayBack = () -> {
                    provider.onTheWayBack = () -> {};
                    throw new Boom();
                });
    }

    private void assertEndsInSpiteOfAnError(LockService service, Runnable whenHeld) {
        try (Gadget.Held one = service.acquire(new Gadget("A"))) {
            Gadget.Held other = resultOf(start(() -> service.acquire(new Gadget("B"))));
            whenHeld.run();
            assertThatThrownBy(service::close).isInstanceOf(Boom.class);
            assertThat(one.lock().isHeld()).isFalse();
            assertThat(other.lock().isHeld()).isFalse();
            assertThat(provider.held).isEmpty();
            assertThat(provider.calls).contains("release A", "release B").endsWith("close");
        }
    }
}
