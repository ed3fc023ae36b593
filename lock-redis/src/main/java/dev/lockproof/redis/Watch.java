package dev.lockproof.redis;

import dev.lockproof.LockKey;
import dev.lockproof.redis.Handed.Refusal;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One who waits for a key. Thread-safe. */
final class Watch {

    /** How long the rest of a quorum may take to say what one server has said. */
    private static final long STRAGGLERS_MILLIS = 20;

    private final LockKey key;
    private final OwnerId owner;
    private final String channel;
    private final String place;
    private final int quorum;
    private final Runnable mayBeFree;
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicBoolean looksLater = new AtomicBoolean();
    private final AtomicBoolean isEnded = new AtomicBoolean();
    private volatile boolean isSettled;
    private volatile @Nullable String waiter;
    private volatile @Nullable Handed handed;

    /** For the thread alone that asks, as is the next one. */
    private @Nullable Refusal refusal;

    private @Nullable Duration ttl;

    /**
     * Prepares to wait.
     *
     * @param channel where it listens
     * @param place its place in the queue, or nothing for the end
     * @param quorum how many servers have to say that it is its turn
     */
    Watch(LockKey key, OwnerId owner, String channel, String place, int quorum, Runnable mayBeFree) {
        this.key = key;
        this.owner = owner;
        this.channel = channel;
        this.place = place;
        this.quorum = quorum;
        this.mayBeFree = mayBeFree;
    }

    LockKey key() {
        return key;
    }

    OwnerId owner() {
        return owner;
    }

    String channel() {
        return channel;
    }

    /** How the server's queue names it; null before it has asked. */
    @Nullable
    String waiter() {
        return waiter;
    }

    String place() {
        return place;
    }

    void wake() {
        mayBeFree.run();
    }

    /**
     * Forgets what was heard, before the servers are asked. What is said the first time stays in their queues.
     *
     * @param mayBeHanded whether a release may grant it a lease like the one that it asks for
     */
    void begin(Leases leases, Duration asked, boolean mayBeHanded) {
        heard.set(0);
        handed = null;
        isSettled = false;
        if (waiter == null) {
            ttl = mayBeHanded ? asked : null;
            waiter = leases.waiter(owner, channel, ttl);
        }
    }

    /** Learns that somebody else holds the lease. */
    void refused(Refusal answer) {
        refusal = answer;
    }

    /** Gives the lease that it was handed since it asked last, if that is as long as the one that it would ask for now. */
    Attempt.@Nullable Granted handed(Duration asked) {
        Handed lease = handed;
        handed = null; // somebody else may have it later
        return lease == null || refusal == null || !asked.equals(ttl)
                ? null
                : lease.after(refusal, key, owner, asked, System.nanoTime());
    }

    /** Hears that a release has granted it the lease. */
    void hear(Handed lease) {
        handed = lease;
        wake();
    }

    /** Hears from a server that the key is kept for it. */
    void hearTurn() {
        int servers = heard.incrementAndGet();
        if (servers == quorum) {
            wake();
        } else if (servers == 1) {
            CompletableFuture.delayedExecutor(STRAGGLERS_MILLIS, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(this::wake);
        }
    }

    /** Hears that it is next if the one in front does not take its turn. */
    void hearNext() {
        if (looksLater.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(Script.KEPT.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> {
                        looksLater.set(false);
                        if (!isSettled) {
                            wake();
                        }
                    });
        }
    }

    /** Says that the servers need not be told that the owner does not wait any more. */
    void settle() {
        isSettled = true;
    }

    boolean isSettled() {
        return isSettled;
    }

    /** Ends the wait. Gives false if it had ended. */
    boolean end() {
        return isEnded.compareAndSet(false, true);
    }
}
