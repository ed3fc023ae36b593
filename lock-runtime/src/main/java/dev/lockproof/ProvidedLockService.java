package dev.lockproof;

import dev.lockproof.spi.Lockable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lock service over one provider. */
final class ProvidedLockService implements LockService {

    private final Environment environment;
    private final Acquirer acquirer;
    private final LockOptions defaults;
    private final LockOptions once;
    private final Shutdown shutdown;

    ProvidedLockService(Environment environment, LockOptions defaults, Duration shutdownLimit) {
        this.environment = environment;
        this.acquirer = new Acquirer(environment);
        this.defaults = defaults;
        this.once = defaults.withTimeout(Duration.ZERO);
        this.shutdown = new Shutdown(acquirer, shutdownLimit);
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(Persistent<T, L> entity) {
        return acquire(entity, defaults);
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(Persistent<T, L> entity, LockOptions options) {
        return acquirer.acquire(lockable(entity), options, null);
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(Optional<? extends Persistent<T, L>> entity) {
        Scope.refuseIfOpen();
        return acquire(entity.orElseThrow(EntityNotFoundException::new), defaults);
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(
            Optional<? extends Persistent<T, L>> entity, Supplier<? extends RuntimeException> ifMissing) {
        Scope.refuseIfOpen();
        return acquirer.acquire(lockable(entity.orElseThrow(ifMissing)), defaults, ifMissing);
    }

    @Override
    public <T, L extends LockProof<T>> @Nullable L tryAcquire(Persistent<T, L> entity) {
        return acquirer.tryAcquire(lockable(entity), once);
    }

    @Override
    public <A extends LockProof<?>, B extends LockProof<?>> LockedPair<A, B> acquireBoth(
            Persistent<?, A> first, Persistent<?, B> second) {
        LockedGroup<LockProof<?>> both = group(List.of(first, second));
        return new LockedPair<>(both.get(first), both.get(second));
    }

    @Override
    @SuppressWarnings("unchecked") // all entities are of one type
    public <T, L extends LockProof<T>> LockedGroup<L> acquireAll(Collection<? extends Persistent<T, L>> entities) {
        return (LockedGroup<L>) group(entities);
    }

    @Override
    public LockedGroup<LockProof<?>> acquireAll(
            Persistent<?, ?> first, Persistent<?, ?> second, Persistent<?, ?>... more) {
        List<Persistent<?, ?>> entities = new ArrayList<>(List.of(first, second));
        entities.addAll(List.of(more));
        return group(entities);
    }

    @Override
    public List<HeldLock> held() {
        return environment.lines().firsts().stream()
                .filter(Hold::isHeld)
                .sorted(Comparator.comparingLong(Hold::acquiredAtTick))
                .map(Hold::describe)
                .toList();
    }

    @Override
    public void close() {
        shutdown.run();
    }

    private LockedGroup<LockProof<?>> group(Collection<? extends Persistent<?, ?>> entities) {
        List<Lockable<? extends LockProof<?>>> lockables = new ArrayList<>();
        for (Persistent<?, ?> entity : entities) {
            lockables.add(lockable(entity));
        }
        return new LockedGroup<>(new GroupAcquisition(acquirer, defaults, lockables).proofs());
    }

    /** What a repository found can be locked: it knows its store, and makes the proof that its type names. */
    @SuppressWarnings("unchecked")
    private static <L extends LockProof<?>> Lockable<L> lockable(Persistent<?, L> entity) {
        if (entity instanceof Lockable<?> lockable) {
            return (Lockable<L>) lockable;
        }
        throw new IllegalArgumentException("The " + entity.getClass().getName() + " of " + entity.lockKey()
                + " is not from a repository: a Persistent is not to be implemented by hand, so look the entity up");
    }
}
