package dev.lockproof.postgres;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockServiceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of the lock service, over the providers that the subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ServiceContractOn extends LockServiceContract {

    private final Providers providers;

    ServiceContractOn(Providers providers) {
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
}
