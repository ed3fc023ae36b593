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
    void anEntityItsViewAndItsProofAreMapped() {
        accounts.save(new Account("bob", 100));
        AccountMapper.Statement statement = new AccountMapper.Statement("bob", 100);

        assertEquals(statement, AccountMapper.INSTANCE.ofEntity(new Account("bob", 100)));
        assertEquals(statement, AccountMapper.INSTANCE.ofStored(accounts.require("bob")));
        assertEquals(statement, new Payments(accounts).statement("bob"));
    }
}
