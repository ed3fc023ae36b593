package dev.lockproof.redis;

import java.time.Duration;

/** The contract of lock providers, on five independent servers. */
class RedlockContractTest extends ProviderContractOn {

    RedlockContractTest() {
        super(Servers.independent(5, Duration.ofSeconds(5)));
    }
}
