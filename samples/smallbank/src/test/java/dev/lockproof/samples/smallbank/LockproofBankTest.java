package dev.lockproof.samples.smallbank;

import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;

class LockproofBankTest extends BankContract {

    @Override
    Bank bank() {
        return new LockproofBank(InMemoryStore.create(), LockService.of(InMemoryLockProvider.create()));
    }
}
