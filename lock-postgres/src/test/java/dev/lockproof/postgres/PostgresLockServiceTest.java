package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** The contract of the lock service over the lease table, on the newest server. */
class PostgresLockServiceTest extends ServiceContractOn {

    PostgresLockServiceTest() {
        super(Providers.ofLeases(PostgresServer.shared()));
    }
}
