package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** A record pattern calls the accessor, and nobody sees the call. */
record EffectRecordAccessor(AccountRepository accounts) {

    @AcquiresLock
    @Override
    public AccountRepository accounts() { // error: [effect.record.accessor]
        try (LockedAccount account = accounts.lock("42")) {
            account.deposit(10);
            accounts.save(account);
        }
        return accounts;
    }
}
