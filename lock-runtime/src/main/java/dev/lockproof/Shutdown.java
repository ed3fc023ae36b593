package dev.lockproof;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a service in order: no new scopes, some time for the open ones, then no scopes. Thread-safe. */
final class Shutdown {

    private final Acquirer acquirer;
    private final Environment environment;
    private final Duration limit;
    private final AtomicBoolean begun = new AtomicBoolean();

    Shutdown(Acquirer acquirer, Duration limit) {
        this.acquirer = acquirer;
        this.environment = acquirer.environment();
        this.limit = limit;
    }

    /** Shuts down; an interrupt ends the wait, and stays set. Repeated calls do nothing. */
    void run() {
        if (begun.compareAndSet(false, true)) {
            acquirer.close();
            awaitOpenScopes();
            endOpenScopes();
            environment.provider().close();
        }
    }

    private void awaitOpenScopes() {
        try {
            environment.lines().awaitEmpty(limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endOpenScopes() {
        for (Hold hold : environment.lines().firsts()) {
            if (hold.isBelieved()) {
                hold.lose("the lock service was closed while it was held");
                hold.sendRelease();
            }
        }
    }
}
