import dev.lockproof.annotations.Fresh;
import shop.Account;

class FiresArrays {
    static void any(Account... all) {}

    static void drafts(@Fresh Account... all) {}

    void arrays(@Fresh Account[] fresh, Account account, Account[] many) {
        Account[] wider = fresh; // error: [type.argument.not.locked]
        fresh = many; // error: [type.argument.not.locked]
        drafts(many); // error: [type.argument.not.locked]
        any(fresh); // error: [type.argument.not.locked]
        Object[] objects = fresh; // error: [type.argument.not.locked]
    }
}
