package dev.lockproof;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What is logged where nothing can be thrown. Each message names the key and what to do next. */
final class Warnings {

    private static final Logger LOG = System.getLogger("dev.lockproof");

    private Warnings() {}

    static void lostBeforeClose(LockKey key, String reason, String advice) {
        LOG.log(
                Level.WARNING,
                () -> "The lock " + key + " was lost before it was closed: " + reason
                        + ". Writes after that were refused; if this is not rare, " + advice);
    }

    static void releaseFailed(LockKey key, LockOptions options, RuntimeException e) {
        LOG.log(
                Level.WARNING,
                "The release of the lock " + key + " failed; the lease ends by itself within "
                        + options.ttl().toMillis() + " ms",
                e);
    }

    static void renewalFailed(LockKey key, Throwable e) {
        LOG.log(
                Level.WARNING,
                "A renewal of the lock " + key
                        + " failed; it is tried again until the lease runs out. Check the backend",
                e);
    }

    static void renewalEnded(LockKey key, Throwable e) {
        LOG.log(
                Level.WARNING,
                "The scheduler refused the next renewal of the lock " + key
                        + ", so it is lost when its lease runs out. Shut the scheduler down after the lock service",
                e);
    }

    static void lossActionFailed(LockKey key, Throwable e) {
        LOG.log(
                Level.WARNING,
                "An action for the loss of the lock " + key + " failed: make it catch what it throws",
                e);
    }

    static void storeFailed(LockKey key, RuntimeException e) {
        LOG.log(
                Level.WARNING,
                "The store failed to tell whether a transaction is active, so the lock " + key + " is released now",
                e);
    }

    static void listenerFailed(LockListener listener, Exception e) {
        LOG.log(
                Level.WARNING,
                "The lock listener " + listener.getClass().getName() + " failed: make it catch what it throws",
                e);
    }
}
