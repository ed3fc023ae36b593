package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.Tag;

/** The contract of lock providers, on the oldest maintained server. */
@Tag("extended")
class AdvisoryLockProviderContractOldTest extends AdvisoryLockProviderContract {

    AdvisoryLockProviderContractOldTest() {
        super(PostgresServer.sharedOld());
    }
}
