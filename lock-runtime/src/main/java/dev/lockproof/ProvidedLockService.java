package dev.lockproof;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lock service over one provider. */
final class ProvidedLockService implements LockService {

    ProvidedLockService(Environment environment, LockOptions defaults, Duration shutdownLimit) {}

    @Override
    public <T, L extends LockProof<T>> L acquire(Persistent<T, L> entity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(Persistent<T, L> entity, LockOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(Optional<? extends Persistent<T, L>> entity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T, L extends LockProof<T>> L acquire(
            Optional<? extends Persistent<T, L>> entity, Supplier<? extends RuntimeException> ifMissing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T, L extends LockProof<T>> @Nullable L tryAcquire(Persistent<T, L> entity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <A extends LockProof<?>, B extends LockProof<?>> LockedPair<A, B> acquireBoth(
            Persistent<?, A> first, Persistent<?, B> second) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T, L extends LockProof<T>> LockedGroup<L> acquireAll(Collection<? extends Persistent<T, L>> entities) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LockedGroup<LockProof<?>> acquireAll(
            Persistent<?, ?> first, Persistent<?, ?> second, Persistent<?, ?>... more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HeldLock> held() {
        return List.of();
    }

    @Override
    public void close() {}
}
