package dev.lockproof.test;

import dev.lockproof.spi.LockProvider;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every lock provider must do. Extend it in a test class, and give it the provider:
 *
 * <pre>{@code
 * class MyLockProviderTest extends LockProviderContract {
 *     @Override
 *     protected LockProvider createProvider() {
 *         return MyLockProvider.of(server);
 *     }
 *
 *     @Override
 *     public void advance(Duration time) {
 *         server.moveClock(time);          // or reallyWait(time)
 *     }
 * }
 * }</pre>
 *
 * <p>The tests are about leases, tokens, wake-ups and keys. Each uses keys of its own, except for the empty key, so the
 * backend need not be cleared, but the tests must not run at the same time. They use up to 8 threads.
 */
@Timeout(60)
public abstract class LockProviderContract implements LeaseContract, TokenContract, WakeUpContract, HostileKeyContract {

    private LockProvider provider;
    private LockProvider otherProvider;

    /** Makes the tests. */
    protected LockProviderContract() {}

    /**
     * Makes a provider. Called twice before each test, for two providers of one backend, which stand for two processes.
     *
     * @return the provider; closed after the test
     */
    protected abstract LockProvider createProvider();

    /**
     * Lets time pass in the backend: moves its clock, or waits. The longest time that a test asks for in one call is 2.25 s.
     *
     * @param time how long
     */
    @Override
    public abstract void advance(Duration time);

    /**
     * Waits in real time, for backends whose clock can't be moved.
     *
     * @param time how long
     */
    protected static void reallyWait(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left); // may return early
        }
    }

    /**
     * Moves the backend's clock back, as an operator might. By default, the test of it is skipped.
     *
     * @param time how far
     */
    @Override
    public void jumpBack(Duration time) {
        Assumptions.abort("The clock of this backend can't be moved back");
    }

    /**
     * Tells how long a wake-up may take. 250 ms by default, half of the shortest time after which the runtime asks by itself.
     *
     * @return the limit
     */
    @Override
    public Duration wakeUpLimit() {
        return Duration.ofMillis(250);
    }

    @Override
    public final LockProvider provider() {
        return provider;
    }

    @Override
    public final LockProvider otherProvider() {
        return otherProvider;
    }

    @BeforeEach
    final void createProviders() {
        provider = createProvider();
        otherProvider = createProvider();
    }

    @AfterEach
    final void closeProviders() {
        provider.close();
        otherProvider.close();
    }
}
