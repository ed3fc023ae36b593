package dev.lockproof.samples.webshop.web;

import dev.lockproof.annotations.AcquiresLock;

/** What a controller does about a request. The server calls it with no lock held, so it may take some. */
@FunctionalInterface
public interface Action {

    /**
     * Answers.
     *
     * @param request what is asked for
     * @return the answer
     */
    @AcquiresLock
    Response answer(Request request);
}
