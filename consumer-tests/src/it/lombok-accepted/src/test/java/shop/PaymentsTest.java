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
    void whatLombokWritesWorksWithTheLock() {
        accounts.save(new Account("bob", 100));

        assertEquals(new Receipt("bob", 30), new Payments(accounts).chargeLocked("bob", 30));

        assertEquals(70, accounts.require("bob").entity().getBalance());
    }
}
