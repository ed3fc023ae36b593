package dev.lockproof.samples.misuse;

/** What was found is only to be read: its lock isn't held. */
class SaveNotWritable {

    void refund(AccountRepository accounts, String id) {
        Account account = accounts.require(id).entity();
        account.deposit(10);
        accounts.save(account); // error: [save.not.writable]
    }
}
