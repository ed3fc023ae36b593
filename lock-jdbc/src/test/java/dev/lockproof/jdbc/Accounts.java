package dev.lockproof.jdbc;

import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;

/** Accounts, and what is often done with them. */
final class Accounts {

    static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    private Accounts() {}

    static boolean insert(JdbcStore store, String id, long balance) {
        return store.insert(ACCOUNT, row(id, balance));
    }

    static WriteResult update(JdbcStore store, String id, long balance, long token) {
        return store.update(ACCOUNT, row(id, balance), token);
    }

    static Row row(String id, long balance) {
        return ACCOUNT.row(new Account(id, null, balance));
    }
}
