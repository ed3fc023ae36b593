package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import org.springframework.integration.support.locks.DefaultLockRegistry;

/** The libraries and layers that are compared. Public for JMH, which reads it as a parameter. */
public enum Subject {
    /** The floor: no time to live, no token, no order among the waiters, and every key is kept. */
    MAP("map of `ReentrantLock`s", true),
    /** The floor with the order that Lockproof keeps. */
    FAIR_MAP("map of fair `ReentrantLock`s", true),
    /** The floor without what it leaves behind. */
    FORGETFUL_MAP("map that forgets released keys", true),
    /** Guava's. */
    STRIPED("Guava `Striped`", true),
    /** Spring Integration's. */
    SPRING("Spring `DefaultLockRegistry`", true),
    /** ShedLock's. */
    SHEDLOCK("ShedLock in memory", false),
    /** Only the leases. */
    PROVIDER("Lockproof, provider alone", false),
    /** The leases, the queue of waiters, the nesting rule and the grant. */
    SERVICE("Lockproof, `LockService`", true),
    /** All of it, with the claim on a row. */
    REPOSITORY("Lockproof, `repository.withLock`", true);

    private final String label;
    private final boolean waits;

    Subject(String label, boolean waits) {
        this.label = label;
        this.waits = waits;
    }

    String label() {
        return label;
    }

    /** Tells whether an acquisition waits; of the others, the benchmark tries again until it succeeds. */
    boolean waits() {
        return waits;
    }

    /** Who does not wait is asked again as fast as is fair to the others. */
    @SuppressWarnings("ThreadPriorityCheck")
    Locking open() {
        return switch (this) {
            case MAP -> new MapOfLocks(false);
            case FAIR_MAP -> new MapOfLocks(true);
            case FORGETFUL_MAP -> new ForgetfulLocks();
            case STRIPED -> new StripedLocks();
            case SPRING -> new SpringLocks(new DefaultLockRegistry());
            case SHEDLOCK ->
                new ShedLocks(new net.javacrumbs.shedlock.provider.inmemory.InMemoryLockProvider(), Thread::yield);
            case PROVIDER -> new ProviderLocks(InMemoryLockProvider.create());
            case SERVICE -> new ServiceLocks(LockService.of(InMemoryLockProvider.create()));
            case REPOSITORY -> new RepositoryLocks();
        };
    }
}
