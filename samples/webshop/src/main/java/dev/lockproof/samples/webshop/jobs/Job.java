package dev.lockproof.samples.webshop.jobs;

import dev.lockproof.annotations.AcquiresLock;

/** Something that is done now and then. */
public interface Job {

    /**
     * Names the job in the log.
     *
     * @return its name
     */
    String name();

    /**
     * Does it once.
     *
     * @return what was done, for the log
     */
    @AcquiresLock
    String run();
}
