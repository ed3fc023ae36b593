package dev.lockproof.samples.smallbank;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a process finds the rows and the locks. Both addresses may have passwords in them.
 *
 * @param rows the JDBC URL of the database
 * @param leases what keeps the locks
 * @param locks the URI of the Redis, or several with spaces between them; null where the locks are elsewhere
 */
record Addresses(
        String rows, Backend.Leases leases, @Nullable String locks) {

    /** Gives the URIs of the Redis servers. */
    List<String> locksUris() {
        return List.of(Objects.requireNonNull(locks).strip().split("\\s+"));
    }

    /** Names nothing that is secret. */
    @Override
    public String toString() {
        return "Addresses[" + leases + "]";
    }
}
