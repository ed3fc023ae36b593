package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.Tag;

/** The contract of the lock service over the lease table, on the oldest maintained server. */
@Tag("extended")
class PostgresLockServiceOldTest extends ServiceContractOn {

    PostgresLockServiceOldTest() {
        super(Providers.ofLeases(PostgresServer.sharedOld()));
    }
}
