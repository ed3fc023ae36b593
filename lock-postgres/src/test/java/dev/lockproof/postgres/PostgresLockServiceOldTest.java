package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.Tag;

/** The contract of the lock service over the lease table, on the oldest maintained server. */
@Tag("extended")
class PostgresLockServiceOldTest extends PostgresLockServiceContract {

    PostgresLockServiceOldTest() {
        super(PostgresServer.sharedOld());
    }
}
