import dev.lockproof.annotations.Fresh;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    void lowerBounds(
            List<? super Account> sink, Consumer<? super List<Account>> lists, Account account, List<Account> list) {
        sink.add(account);
        sink.add(new Account("1", "Ada", 0));
        lists.accept(list);
        Consumer<? super Account> each = sink::add;
        list.forEach(each);
        Map<String, ? super Account> map = new HashMap<String, Object>();
        map.forEach((id, any) -> sink.add(account));
        Predicate<? super Account> rich = a -> a.getBalance() > 5;
        list.removeIf(rich);
        list.sort(Comparator.<Account, String>comparing(Account::getOwner).reversed());
    }
}
