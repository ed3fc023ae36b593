package dev.lockproof;

import dev.lockproof.internal.Each;
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

    /**
     * Shuts down; an interrupt ends the wait, and stays set. Repeated calls do nothing, so whatever fails, this one ends every
     * scope and closes the provider.
     */
    void run() {
        if (begun.compareAndSet(false, true)) {
            try {
                refuseAndAwait();
            } finally {
                endAll();
            }
        }
    }

    private void refuseAndAwait() {
        acquirer.close();
        awaitOpenScopes();
    }

    private void endAll() {
        try {
            Each.of(environment.lines().firsts(), Shutdown::end);
        } finally {
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

    private static void end(Hold hold) {
        if (hold.isBelieved()) {
            try {
                hold.lose("the lock service was closed while it was held");
            } finally {
                hold.sendRelease();
            }
        }
    }
}
