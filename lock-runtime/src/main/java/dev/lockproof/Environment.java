package dev.lockproof;

import dev.lockproof.spi.LockProvider;
import java.time.Clock;

/** What a service works with: its provider and its sources of time. */
record Environment(LockProvider provider, Clock clock, Ticker ticker, Scheduler scheduler, LockListener listener) {

    static final LockListener NO_LISTENER = new LockListener() {};
}
