package dev.lockproof;

import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lockable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes locks and claims what they protect. Whatever fails leaves nothing locked and the thread in no scope. Thread-safe.
 */
final class Acquirer {

    private final Environment environment;
    private volatile boolean closed;

    Acquirer(Environment environment) {
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    /** From now on, nobody acquires anything; also those who wait now give up. */
    void close() {
        closed = true;
        environment.lines().forEach(Hold::cancel);
    }

    void refuseIfClosed() {
        if (closed) {
            throw closed();
        }
    }

    static IllegalStateException closed() {
        return new IllegalStateException("The lock service is closed: acquire before it is shut down");
    }

    /**
     * Locks an entity, or throws.
     *
     * @param ifMissing makes the exception if its row is gone, in place of the usual one
     */
    <L extends LockProof<?>> L acquire(
            Lockable<L> entity, LockOptions options, @Nullable Supplier<? extends RuntimeException> ifMissing) {
        long now = environment.ticker().read();
        Hold hold = begin(entity, options);
        LeaseWait wait = waitFor(hold, entity, now);
        if (!isTaken(hold, wait)) {
            throw wait.timedOut();
        }
        return claim(entity, hold, ifMissing);
    }

    /** Locks an entity if its lock is free now. Gives null if it is not. */
    <L extends LockProof<?>> @Nullable L tryAcquire(Lockable<L> entity, LockOptions once) {
        long now = environment.ticker().read();
        Hold hold = begin(entity, once);
        return isTaken(hold, waitFor(hold, entity, now)) ? claim(entity, hold, null) : null;
    }

    /** Enters the line and takes the lock. Otherwise the hold is given up. */
    boolean isTaken(Hold hold, LeaseWait wait) {
        boolean taken = false;
        try {
            environment.lines().enter(hold);
            refuseIfClosed();
            taken = wait.succeeds();
        } finally {
            if (!taken) {
                hold.giveUp();
            }
        }
        if (environment.isListenedTo()) {
            tell(hold, wait, taken);
        }
        return taken;
    }

    /** Claims the row under a lock that was taken. Otherwise the hold is given up. */
    <L extends LockProof<?>> L claim(
            Lockable<L> entity, Hold hold, @Nullable Supplier<? extends RuntimeException> ifMissing) {
        L proof = null;
        try {
            proof = Claims.claim(entity, hold);
        } finally {
            if (proof == null) {
                hold.giveUp();
            }
        }
        if (proof == null) {
            throw ifMissing == null ? new EntityNotFoundException(entity.lockKey()) : ifMissing.get();
        }
        return proof;
    }

    private Hold begin(Lockable<?> entity, LockOptions options) {
        LockKey override = options.key();
        LockKey key = override == null ? entity.lockKey() : override;
        EntityStore store = entity.store();
        Scope scope = Scope.enter(key, 1);
        Hold hold = null;
        try {
            hold = new Hold(environment, key, options, store, scope);
            return hold;
        } finally {
            if (hold == null) {
                scope.leave();
            }
        }
    }

    private static LeaseWait waitFor(Hold hold, Lockable<?> entity, long now) {
        return new LeaseWait(
                hold, entity, now, now, now + hold.options().timeout().toNanos());
    }

    /** An error that the listener throws must not leave a lock behind that nobody has seen. */
    private void tell(Hold hold, LeaseWait wait, boolean taken) {
        boolean told = false;
        try {
            environment.tell(listener -> {
                if (taken) {
                    listener.acquired(hold.key(), wait.waited());
                } else {
                    listener.timedOut(hold.key(), wait.waited());
                }
            });
            told = true;
        } finally {
            if (!told) {
                hold.giveUp();
            }
        }
    }
}
