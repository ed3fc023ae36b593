package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract of lock providers over advisory locks, on a server that the subclass names. */
abstract class AdvisoryLockProviderContract extends ProviderContractOn {

    AdvisoryLockProviderContract(PostgresServer server) {
        super(Providers.ofAdvisoryLocks(server));
    }

    /** Moves what the clock has left behind into the future, which is the same. */
    @Override
    public void jumpBack(Duration time) {
        providers.execute("UPDATE lockproof_token SET token = token + " + time.toNanos() / 1000);
    }

    /** Of an advisory lock, nobody but its holder knows how long it lasts, and the longest time is shorter. */
    @Test
    @Override
    public void aLongLeaseLastsLong() {
        LockKey key = newKey();
        Lease lease = ((Attempt.Granted) provider().tryAcquire(key, OwnerId.random(), Duration.ofDays(20))).lease();
        assertThat(otherProvider().tryAcquire(key, OwnerId.random(), Duration.ofSeconds(2)))
                .isInstanceOf(Attempt.Busy.class);
        provider().release(lease);
    }
}
