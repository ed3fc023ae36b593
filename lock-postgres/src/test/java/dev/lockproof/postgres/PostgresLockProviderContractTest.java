package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** The contract of lock providers, on the newest server. */
class PostgresLockProviderContractTest extends PostgresLockProviderContract {

    PostgresLockProviderContractTest() {
        super(PostgresServer.shared());
    }
}
