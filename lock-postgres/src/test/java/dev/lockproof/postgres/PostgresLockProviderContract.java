package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;

/** The contract of lock providers over the lease table, on a server that the subclass names. */
abstract class PostgresLockProviderContract extends ProviderContractOn {

    PostgresLockProviderContract(PostgresServer server) {
        super(Providers.ofLeases(server));
    }

    /** Moves what the clock has left behind into the future, which is the same. */
    @Override
    public void jumpBack(Duration time) {
        providers.execute("UPDATE lockproof_lease SET token = token + " + time.toNanos() / 1000
                + ", acquired_at = acquired_at + interval '" + time.toSeconds() + " seconds'"
                + ", expires_at = expires_at + interval '" + time.toSeconds() + " seconds'");
    }
}
