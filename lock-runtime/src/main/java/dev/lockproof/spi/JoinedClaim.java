package dev.lockproof.spi;

/**
 * A claim on a row that a lock provider may carry out in the store's place, in the statement that takes the lease.
 *
 * <p>Made by a store for one acquisition. What it is made of is between the store and the providers that know it: whoever does
 * not know its class takes the lease alone, and the runtime has the store claim the row.
 */
public interface JoinedClaim {

    /**
     * Gives what the store reaches its database through, such as its data source. A provider joins only if it uses the very
     * same, so that one statement reaches both the lease and the row.
     *
     * @return an object to be compared by identity
     */
    Object database();
}
