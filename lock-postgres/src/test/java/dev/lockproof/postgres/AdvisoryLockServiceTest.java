package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** The contract of the lock service over advisory locks, on the newest server. */
class AdvisoryLockServiceTest extends ServiceContractOn {

    AdvisoryLockServiceTest() {
        super(Providers.ofAdvisoryLocks(PostgresServer.shared()));
    }
}
