package dev.lockproof.samples.misuse;

/** Only who took a lock releases it. */
class ProofResourceAlias {

    void refund(AccountRepository accounts, LockedAccount account) {
        try (account) { // error: [proof.resource.alias]
            account.deposit(10);
            accounts.save(account);
        }
    }
}
