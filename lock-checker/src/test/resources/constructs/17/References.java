import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Method references of all four kinds, and lambdas. */
class References {
    AccountRepository accounts;

    static void settle(@Locked Account account) {}

    void charge(@Locked Account account) {}

    References() {}

    References(@Locked Account account) {}

    interface Work {
        void run(@Locked Account account);
    }

    interface Any {
        void run(Account account);
    }

    interface Maker {
        @Fresh Account make(String id);
    }

    interface Getter {
        @Locked Account get(@Locked Account account);
    }

    static Account load(String id) {
        return null;
    }

    void fires(List<Account> list) {
        Any ofClass = References::settle; // error: [methodref.not.locked]
        Any bound = this::charge; // error: [methodref.not.locked]
        BiConsumer<References, Account> unbound = References::charge; // error: [methodref.not.locked]
        Function<Account, References> constructor = References::new; // error: [methodref.not.locked]
        ToLongFunction<Account> receiver = Account::getBalance;
        Maker maker = References::load; // error: [methodref.not.locked]
        Any lambda = account -> settle(account); // error: [argument.not.locked]
        Any save = account -> accounts.save(account); // error: [save.not.writable]
        Maker made = id -> load(id); // error: [return.not.locked]
        Any explicit = (@Locked Account account) -> {}; // error: [override.locked.parameter]
        Any cast = account -> settle((@Locked Account) account); // error: [locked.cast]
    }



    // silent: needs gives overrides references casts
    void quiet(List<Account> list) {
        Work ofClass = References::settle;
        Work bound = this::charge;
        Work lambda = account -> settle(account);
        Work explicit = (@Locked Account account) -> settle(account);
        Work save = account -> accounts.save((@Locked Account) account);
        Work reads = Account::getBalance;
        Maker maker = id -> new Account(id, "Ada", 1);
        Getter getter = account -> account;
        Any any = account -> account.getBalance();
        list.forEach(Account::getBalance);
        Function<String, Account> loads = References::load;
    }
}
