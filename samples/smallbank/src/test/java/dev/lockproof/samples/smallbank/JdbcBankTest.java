package dev.lockproof.samples.smallbank;

import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class JdbcBankTest extends BankContract {

    private final BankStore opened = BankStore.open(BankStore.Kind.H2, "jdbc:h2:mem:" + UUID.randomUUID(), 1);

    @Override
    Bank bank() {
        LockproofBank bank = new LockproofBank(opened.store(), LockService.of(InMemoryLockProvider.create()));
        opened.createMissingTables();
        return bank;
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
