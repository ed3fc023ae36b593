package dev.lockproof.memory;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockServiceContract;

class InMemoryLockServiceTest extends LockServiceContract {

    private final InMemoryLockProvider provider = InMemoryLockProvider.create();

    @Override
    protected LockProvider createProvider() {
        return provider;
    }
}
