package dev.lockproof.fuzz.shop;

import dev.lockproof.annotations.AcquiresLock;

/** A program of the attack. It is started with no lock held. */
@FunctionalInterface
public interface Program {

    /** Runs it. */
    @AcquiresLock
    void run();
}
