package dev.lockproof.samples.misuse;

import java.util.concurrent.locks.Lock;

/** What a program without Lockproof uses to take a distributed lock. For the README's first snippet. */
public interface LockClient {

    /**
     * Makes a lock.
     *
     * @param name its name
     * @return the lock
     */
    Lock getLock(String name);
}
