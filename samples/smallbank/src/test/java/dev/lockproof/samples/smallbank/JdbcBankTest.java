package dev.lockproof.samples.smallbank;

import dev.lockproof.LockOptions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class JdbcBankTest extends BankContract {

    private final Backend backend = Backend.connect(
            new Addresses("jdbc:h2:mem:" + UUID.randomUUID(), Backend.Leases.MEMORY, null),
            "test",
            1,
            LockOptions.DEFAULTS);

    @Override
    Bank bank() {
        LockproofBank bank = new LockproofBank(backend.store(), backend.locks());
        backend.createMissingTables();
        return bank;
    }

    @AfterEach
    void close() {
        backend.close();
    }
}
