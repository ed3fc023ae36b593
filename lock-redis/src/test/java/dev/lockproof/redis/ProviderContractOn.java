package dev.lockproof.redis;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockProviderContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of lock providers, on servers that the subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProviderContractOn extends LockProviderContract {

    private final Servers servers;

    ProviderContractOn(Servers servers) {
        this.servers = servers;
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @Override
    protected LockProvider createProvider() {
        return servers.connect();
    }

    /** Time passes by itself. */
    @Override
    public void advance(Duration time) {
        reallyWait(time);
    }
}
