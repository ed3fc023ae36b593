import dev.lockproof.annotations.Fresh;
import java.util.List;
import java.util.function.Supplier;
import shop.Account;

class Fires {
    static class Drafts<T extends @Fresh Account> {
        T one;
    }

    static <T extends @Fresh Account> void register(T account) {}

    void parts(List<Account> list, Supplier<Account> supplier, Account account) {
        List<@Fresh Account> fresh = list; // error: [type.argument.not.locked]
        Supplier<@Fresh Account> drafts = supplier; // error: [type.argument.not.locked]
        takes(list); // error: [type.argument.not.locked]
        Drafts<Account> none; // error: [type.argument.not.locked]
        register(account); // error: [type.argument.not.locked]
        fresh.add(drafts.get());
    }

    void takes(List<@Fresh Account> list) {}

    List<@Fresh Account> gives(List<Account> list) {
        return list; // error: [type.argument.not.locked]
    }
}
