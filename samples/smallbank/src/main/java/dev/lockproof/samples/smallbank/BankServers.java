package dev.lockproof.samples.smallbank;

import org.jspecify.annotations.Nullable;

/** The servers of a bank: its database, and Redis servers if the locks are there. Those that nobody names are started. */
final class BankServers implements AutoCloseable {

    private final BankDatabase database;
    private final Backend.Leases leases;
    private final @Nullable String locksUri;
    private final @Nullable LockServers lockServers;

    private BankServers(
            BankDatabase database,
            Backend.Leases leases,
            @Nullable String locksUri,
            @Nullable LockServers lockServers) {
        this.database = database;
        this.leases = leases;
        this.locksUri = locksUri;
        this.lockServers = lockServers;
    }

    /**
     * Uses servers that are there, and starts the others.
     *
     * @param url of the database, or null to start one
     * @param locksUri of the Redis, or several with spaces between them; or null to start what is needed
     * @param chaos whether something is to be done to what is started
     */
    static BankServers open(@Nullable String url, Backend.Leases leases, @Nullable String locksUri, boolean chaos) {
        boolean starts = leases.areInRedis() && locksUri == null;
        LockServers locks = starts ? LockServers.start(leases, chaos) : null;
        return new BankServers(BankDatabase.open(url), leases, locks == null ? locksUri : locks.uris(), locks);
    }

    BankDatabase database() {
        return database;
    }

    Addresses addresses() {
        return new Addresses(database.url(), leases, locksUri);
    }

    /** Tells whether leases run out by a clock that can be moved. */
    boolean canMoveClock() {
        return leases == Backend.Leases.POSTGRES && database.canMoveClock();
    }

    /** Gives the servers of the locks, to do something to them: those that were started here, or null. */
    @Nullable
    LockServers lockServers() {
        return lockServers;
    }

    @Override
    public void close() {
        database.close();
        if (lockServers != null) {
            lockServers.close();
        }
    }
}
