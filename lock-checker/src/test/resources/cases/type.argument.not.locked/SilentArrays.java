import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

class SilentArrays {
    static void several(Account... all) {}

    static void drafts(@Fresh Account... all) {}

    static void objects(Object[] all) {}

    void varargs(Account account, @Locked Account locked, LockedAccount proof, List<Account> list) {
        several(account, locked, proof, new Account("1", "Ada", 0));
        several(new Account("1", "Ada", 0));
        several(null, null);
        several();
        several(list.toArray(new Account[0]));
        several(list.toArray(Account[]::new));
        drafts(new Account("1", "Ada", 0));
        drafts();
        Stream.of(account, locked).map(Account::getId).toList();
    }

    void arrays(Account account, @Locked Account locked, AccountRepository accounts) {
        Account[] some = {account, locked, new Account("1", "Ada", 0)};
        Account[] more = new Account[] {new Account("1", "Ada", 0), null};
        Account[][] rows = {{account}, {locked}, {}};
        Object[] upwards = some;
        Object[] strings = new String[] {"a", null};
        var inferred = new Account[] {new Account("1", "Ada", 0)};
        several(inferred);
        several(account == null ? some : more);
        Arrays.sort(some, Comparator.comparing(Account::getId));
        Account[] copy = some.clone();
        copy = new Account[] {locked};
        objects(new Object[] {null});
        objects(new Account[] {locked});
        objects(rows);
        List<Object[]> lists = new ArrayList<>();
        lists.add(new Object[] {null, locked});
        lists.add(upwards);
        lists.add(strings);
        @Fresh Account[] fresh = {new Account("1", "Ada", 0)};
        fresh = new @Fresh Account[3];
        fresh[0] = new Account("1", "Ada", 0);
        accounts.save(fresh[0]);
        Object any = fresh;
        several(copy);
        any.hashCode();
    }
}
