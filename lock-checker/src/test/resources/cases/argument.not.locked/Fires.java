import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.PolyLocked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

class Fires {
    private final AccountRepository accounts;

    Fires(AccountRepository accounts) {
        this.accounts = accounts;
    }

    Fires(AccountRepository accounts, @Locked Account account) {
        this(accounts);
        settle(account);
    }

    static void settle(@Locked Account account) {
        account.withdraw(1);
    }

    static void register(@Fresh Account account) {}

    static void change(@Writable Account account) {}

    static @PolyLocked Account same(@PolyLocked Account account) {
        return account;
    }

    void parameter(Account account, @Writable Account writable) {
        settle(account); // error: [argument.not.locked]
        settle(writable); // error: [argument.not.locked]
        register(account); // error: [argument.not.locked]
        register(writable); // error: [argument.not.locked]
        change(account); // error: [argument.not.locked]
        account.withdraw(3); // error: [argument.not.locked]
        settle(same(account)); // error: [argument.not.locked]
        new Fires(accounts, account).parameter(account, writable); // error: [argument.not.locked]
        settle(new Account("1", "Ada", 0)); // error: [argument.not.locked]
        settle(accounts.require("1").entity()); // error: [argument.not.locked]
    }

    @AcquiresLock
    void outOfScope(String id, List<Account> list) {
        Account kept = null;
        try (LockedAccount locked = accounts.lock(id)) {
            kept = locked;
            register(locked); // error: [argument.not.locked]
            list.add(locked);
            settle(list.get(0)); // error: [argument.not.locked]
        }
        settle(kept); // error: [argument.not.locked]
    }
}
