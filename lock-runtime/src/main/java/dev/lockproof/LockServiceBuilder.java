package dev.lockproof;

import dev.lockproof.spi.LockProvider;
import java.time.Clock;
import java.time.Duration;

/** Builds a {@link LockService}. Not thread-safe. */
public final class LockServiceBuilder {

    private final LockProvider provider;
    private Clock clock = Clock.systemUTC();
    private Ticker ticker = Ticker.system();
    private Scheduler scheduler = Scheduler.system();
    private LockListener listener = Environment.NO_LISTENER;
    private LockOptions options = LockOptions.DEFAULTS;
    private Duration shutdownLimit = Duration.ofSeconds(10);

    LockServiceBuilder(LockProvider provider) {
        this.provider = provider;
    }

    /**
     * Sets the clock for people, which dates what {@link LockGrant#acquiredAt()} and {@link LockService#held()} tell. The
     * system's by default. No deadline depends on it.
     *
     * @param clock the clock
     * @return this builder
     */
    public LockServiceBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets the monotonic clock that deadlines are measured by. {@link Ticker#system()} by default.
     *
     * @param ticker the ticker
     * @return this builder
     */
    public LockServiceBuilder ticker(Ticker ticker) {
        this.ticker = ticker;
        return this;
    }

    /**
     * Sets what runs renewals and tells that a lock was lost. {@link Scheduler#system()} by default.
     *
     * @param scheduler the scheduler; not shut down with the service
     * @return this builder
     */
    public LockServiceBuilder scheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
        return this;
    }

    /**
     * Sets who is told what the service does. Nobody by default.
     *
     * @param listener the listener
     * @return this builder
     */
    public LockServiceBuilder listener(LockListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Sets the options of acquisitions that name none. {@link LockOptions#DEFAULTS} by default.
     *
     * @param options the options, without a key
     * @return this builder
     * @throws IllegalArgumentException if the options have a key, which would make all entities share one lock
     */
    public LockServiceBuilder options(LockOptions options) {
        LockKey key = options.key();
        if (key != null) {
            throw new IllegalArgumentException("The default options have the key " + key
                    + ", which would make all entities share one lock: set it where that one lock is acquired");
        }
        this.options = options;
        return this;
    }

    /**
     * Sets how long {@link LockService#close()} waits for open scopes. 10 s by default.
     *
     * @param shutdownLimit the longest wait; zero does not wait
     * @return this builder
     * @throws IllegalArgumentException if it is negative, or more than 73 years
     */
    public LockServiceBuilder shutdownLimit(Duration shutdownLimit) {
        if (shutdownLimit.isNegative()) {
            throw new IllegalArgumentException("The shutdown limit is " + shutdownLimit + ": use zero not to wait");
        }
        this.shutdownLimit = LockOptions.atMostLongest("shutdown limit", shutdownLimit);
        return this;
    }

    /**
     * Makes the service.
     *
     * @return a service of its own; it does not change with this builder
     */
    public LockService build() {
        return new ProvidedLockService(
                new Environment(provider, clock, ticker, scheduler, listener), options, shutdownLimit);
    }
}
