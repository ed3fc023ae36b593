package dev.lockproof.memory;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockProviderContract;
import java.time.Duration;

class InMemoryLockProviderContractTest extends LockProviderContract {

    private final ManualTicker ticker = new ManualTicker();
    private final InMemoryLockProvider provider = InMemoryLockProvider.create(ticker);

    @Override
    protected LockProvider createProvider() {
        return provider;
    }

    @Override
    public void advance(Duration time) {
        ticker.advance(time);
    }

    @Override
    public void jumpBack(Duration time) {
        ticker.advance(time.negated());
    }
}
