package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaymentsTest {

    private final AccountRepository accounts = AccountRepository.inMemory();

    @Test
    void whatIsPaidUnderTheLockIsStored() {
        accounts.save(new Account("alice", 100));

        new Payments(accounts).pay("alice", 50);

        assertEquals(150, accounts.require("alice").entity().getBalance());
    }

    @Test
    void allIsInNamedModules() {
        assertEquals("shop", LockedAccount.class.getModule().getName());
        assertEquals("dev.lockproof", dev.lockproof.LockService.class.getModule().getName());
        assertEquals("dev.lockproof.memory", dev.lockproof.memory.InMemoryStore.class.getModule().getName());
    }
}
