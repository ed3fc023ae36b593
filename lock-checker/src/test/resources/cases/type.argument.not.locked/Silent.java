import dev.lockproof.annotations.Fresh;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import shop.Account;

class Silent {
    static <T extends Account> T read(T account) {
        return account;
    }

    void parts(List<Account> list, Supplier<Account> supplier, Account account) {
        List<@Fresh Account> fresh = List.of(new Account("1", "Ada", 0));
        List<@Fresh Account> copy = new ArrayList<>(fresh);
        Collection<? extends Account> any = fresh;
        any = list;
        Supplier<? extends Account> some = supplier;
        takes(copy);
        read(some.get());
        read(account);
        read(any.iterator().next());
    }

    void takes(List<@Fresh Account> list) {}
}
