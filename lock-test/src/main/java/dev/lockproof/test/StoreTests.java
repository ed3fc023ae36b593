package dev.lockproof.test;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;

/** What the tests of stores share: accounts by id and balance, without owners. */
interface StoreTests {

    AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    /** Gives the store under test, which has empty tables. */
    EntityStore store();

    default boolean insert(String id, long balance) {
        return store().insert(ACCOUNT, row(id, balance));
    }

    default Claim<Row> claim(String id, long token) {
        return store().claim(ACCOUNT, id, token);
    }

    default WriteResult update(String id, long balance, long token) {
        return store().update(ACCOUNT, row(id, balance), token);
    }

    default WriteResult delete(String id, long token) {
        return store().delete(ACCOUNT, id, token);
    }

    /** Reads the balance, which must be there. */
    default long balance(String id) {
        return balanceOf(store().find(ACCOUNT, id).orElseThrow());
    }

    default boolean exists(String id) {
        return store().find(ACCOUNT, id).isPresent();
    }

    static Row row(String id, long balance) {
        return ACCOUNT.row(new Account(id, null, balance));
    }

    static long balanceOf(Row row) {
        return row.require(AccountFields.BALANCE);
    }

    /** Gives the balance that a successful claim has read. */
    static long claimedBalance(Claim<Row> claim) {
        if (claim instanceof Claim.Claimed<Row> claimed) {
            return balanceOf(claimed.value());
        }
        throw new AssertionError("Not claimed: " + claim);
    }
}
