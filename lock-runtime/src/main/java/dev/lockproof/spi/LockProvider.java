package dev.lockproof.spi;

import dev.lockproof.LockKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps leases: who owns a key, until when, and under which fencing token.
 *
 * <p>Waiting, queues, deadlines, renewal and the nesting rule live in the runtime, so a provider is small. All methods
 * are thread-safe and throw {@link dev.lockproof.LockBackendException} when the backend fails, saying whether the
 * outcome is known.
 */
public interface LockProvider extends AutoCloseable {

    /**
     * Takes the lease of a key if it is free or has run out. Does not wait.
     *
     * <p>The call is idempotent: an owner that already holds the lease gets the same token again.
     *
     * <p>With {@linkplain Attempt.Granted#spareTokens() spare tokens}, threads of one process hand the lease to each other, all
     * under its one owner. The provider sees none of that: it renews and releases by key and owner as ever.
     *
     * @param key the key; any text, also empty
     * @param owner the acquisition that asks
     * @param ttl how long the lease lasts; positive
     * @return the lease with its token, larger than every token granted for the key before; or that it is busy
     */
    Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl);

    /**
     * Takes the lease as {@link #tryAcquire} does, and claims a row under its token in the same step: for a provider whose
     * leases are in the database of the store. By default it can't.
     *
     * <p>The row is read after the lease was granted, and nobody who has the row locked is waited for. A row that was not claimed,
     * for whatever reason, is left to the store, which is asked next; so is one whose table causes a failure.
     *
     * @param key the key; any text, also empty
     * @param owner the acquisition that asks
     * @param ttl how long the lease lasts; positive
     * @param claim the claim of the row
     * @return what became of both; or null, with nothing done, if this provider can't do both in one step
     */
    default @Nullable JoinedAttempt tryAcquireAndClaim(LockKey key, OwnerId owner, Duration ttl, JoinedClaim claim) {
        return null;
    }

    /**
     * Lets a lease last for a further time, counted from now. Never brings back a lease that has run out.
     *
     * @param lease the lease
     * @param ttl how long it lasts from now; positive
     * @return whether the owner still holds it
     */
    boolean renew(Lease lease, Duration ttl);

    /**
     * Ends a lease if its owner still holds it, and wakes a waiter. May return before the backend has done so, but an
     * acquisition by the same provider that follows is ordered behind it. Idempotent, and without effect after
     * {@link #close()}.
     *
     * @param lease the lease, of which only the key and the owner count: the token is 0 where no answer told it
     */
    void release(Lease lease);

    /**
     * Watches a key.
     *
     * <p>A runtime has at most one acquisition that watches a key. When several runtimes do, the provider sees to it that
     * none of them starves: that one which takes the key again and again does not keep the others from ever getting it.
     *
     * <p>Wake-ups are at most once and can be lost: after subscribing, try again before waiting, and wait no longer
     * than a cap. A provider may count a waiter, and the time to live that it asks for, only from that attempt on, and may grant the
     * lease to it before it wakes it: whoever watches a key and wants it no more closes the subscription, which gives that back.
     *
     * @param key the key
     * @param owner the acquisition that waits
     * @param mayBeFree called, on any thread, each time the key may have become free; must be quick and not throw
     * @return the subscription, to be closed
     */
    Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree);

    /**
     * Raises the token of a lease, for a store that has seen a larger one: the source of the tokens went backwards.
     *
     * @param lease the lease
     * @param atLeast the smallest token that will do
     * @return the lease with a token of at least that, if the owner still holds it; otherwise that it is busy
     */
    Attempt advance(Lease lease, long atLeast);

    /**
     * Frees what the provider holds, such as connections. Leases are left to run out. Repeated calls do nothing. What needs
     * the backend, and is asked for later or meanwhile, fails with a {@link dev.lockproof.LockBackendException}.
     */
    @Override
    void close();

    /** A watch on a key. */
    interface Subscription extends AutoCloseable {

        /** Ends the watch. Repeated calls do nothing. */
        @Override
        void close();
    }
}
