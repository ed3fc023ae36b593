package dev.lockproof.redis;

import dev.lockproof.LockKey;
import dev.lockproof.spi.OwnerId;

/**
 * Names what the server keeps of a lock. All of it has the same hash tag, so a cluster has it in one place; two locks share
 * nothing, whatever their keys.
 *
 * @param lock who holds it, and the largest token given so far
 * @param queue who waits for it
 */
record Keys(String lock, String queue) {

    static Keys of(String prefix, LockKey key) {
        String tag = "{" + prefix + ":" + key.value() + "}:";
        return new Keys(tag + "l", tag + "w");
    }

    /** Where a process is told of releases in a cluster; it is in the same place as the rest. */
    String channel(OwnerId process) {
        return queue + ":" + process;
    }

    String[] lockAndQueue() {
        return new String[] {lock, queue};
    }
}
