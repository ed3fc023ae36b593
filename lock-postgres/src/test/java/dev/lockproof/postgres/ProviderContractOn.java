package dev.lockproof.postgres;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockProviderContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of lock providers, for those that the subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProviderContractOn extends LockProviderContract {

    final Providers providers;

    ProviderContractOn(Providers providers) {
        this.providers = providers;
    }

    @AfterAll
    void stop() {
        providers.close();
    }

    @Override
    protected LockProvider createProvider() {
        return providers.connect();
    }

    /** Time passes by itself. */
    @Override
    public void advance(Duration time) {
        reallyWait(time);
    }
}
