package dev.lockproof.redis;

import dev.lockproof.LockKey;
import dev.lockproof.spi.OwnerId;

/**
 * Names what the server keeps of a lock. All of it has the same hash tag, so a cluster has it in one place; two locks share
 * nothing, whatever their keys.
 *
 * @param lease who holds it
 * @param fence the largest token given so far
 * @param queue who waits for it
 */
record Keys(String lease, String fence, String queue) {

    static Keys of(String prefix, LockKey key) {
        String tag = "{" + prefix + ":" + key.value() + "}:";
        return new Keys(tag + "l", tag + "f", tag + "w");
    }

    /** Where a process is told of releases in a cluster; it is in the same place as the rest. */
    String channel(OwnerId process) {
        return queue + ":" + process;
    }

    String[] leaseFenceQueue() {
        return new String[] {lease, fence, queue};
    }

    String[] leaseFence() {
        return new String[] {lease, fence};
    }

    String[] leaseQueue() {
        return new String[] {lease, queue};
    }
}
