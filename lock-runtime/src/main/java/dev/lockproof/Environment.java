package dev.lockproof;

import dev.lockproof.internal.Lines;
import dev.lockproof.spi.LockProvider;
import java.time.Clock;
import java.util.function.Consumer;

/** What the parts of one service share: its provider, its sources of time, its listener, and its lines. */
record Environment(
        LockProvider provider,
        Clock clock,
        Ticker ticker,
        Scheduler scheduler,
        LockListener listener,
        Lines<Hold> lines) {

    static final LockListener NO_LISTENER = new LockListener() {};

    Environment(LockProvider provider, Clock clock, Ticker ticker, Scheduler scheduler, LockListener listener) {
        this(provider, clock, ticker, scheduler, listener, new Lines<>());
    }

    /** Whether it is worth finding out what the listener is told. */
    boolean isListenedTo() {
        return listener != NO_LISTENER;
    }

    /** Tells the listener something. Throws nothing but errors, so it comes last, where nothing is left to be done. */
    void tell(Consumer<LockListener> event) {
        try {
            event.accept(listener);
        } catch (Exception e) {
            Warnings.listenerFailed(listener, e);
        }
    }
}
