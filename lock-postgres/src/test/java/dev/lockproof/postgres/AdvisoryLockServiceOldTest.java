package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.Tag;

/** The contract of the lock service over advisory locks, on the oldest maintained server. */
@Tag("extended")
class AdvisoryLockServiceOldTest extends ServiceContractOn {

    AdvisoryLockServiceOldTest() {
        super(Providers.ofAdvisoryLocks(PostgresServer.sharedOld()));
    }
}
