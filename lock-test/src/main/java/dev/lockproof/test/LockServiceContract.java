package dev.lockproof.test;

import dev.lockproof.LockService;
import dev.lockproof.LockServiceBuilder;
import dev.lockproof.spi.LockProvider;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What the lock service promises over every provider. Extend it in a test class, and give it the provider:
 *
 * <pre>{@code
 * class MyLockServiceTest extends LockServiceContract {
 *     @Override
 *     protected LockProvider createProvider() {
 *         return MyLockProvider.of(server);
 *     }
 * }
 * }</pre>
 *
 * <p>The tests are about exclusion, order, groups, nesting, loss and shutdown. Time is real in them; leases that run out last
 * 400 ms. Each test uses keys of its own, and up to 20 threads.
 */
@Timeout(90)
public abstract class LockServiceContract
        implements ExclusionContract, FairnessContract, GroupContract, NestingContract, LossContract, ShutdownContract {

    private LockService locks;
    private LockService otherLocks;

    /** Makes the tests. */
    protected LockServiceContract() {}

    /**
     * Makes a provider. Called several times for a test; all of them are to be providers of one backend, and stand for
     * different processes.
     *
     * @return the provider; closed after the test
     */
    protected abstract LockProvider createProvider();

    @Override
    public final LockService locks() {
        return locks;
    }

    @Override
    public final LockService otherLocks() {
        return otherLocks;
    }

    @Override
    public final LockService newService(UnaryOperator<LockServiceBuilder> settings) {
        return settings.apply(LockService.builder(createProvider())).build();
    }

    @BeforeEach
    final void createServices() {
        locks = newService(builder -> builder.shutdownLimit(Duration.ZERO));
        otherLocks = newService(builder -> builder.shutdownLimit(Duration.ZERO));
    }

    @AfterEach
    final void closeServices() {
        locks.close();
        otherLocks.close();
    }
}
