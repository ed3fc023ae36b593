import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.MaybeUnlocked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import shop.Account;

class Silent {
    private @Fresh Account draft = new Account("1", "Ada", 0);
    private Account last = draft;

    long locals(Account account, List<Account> list, @Locked Account locked, boolean choice) {
        @Locked Account one = locked;
        @Fresh Account two = new Account("2", "Ada", 0);
        @Writable Account three = choice ? locked : two;
        @MaybeUnlocked Account four = locked;
        last = locked;
        last = account;
        draft = two;
        Account many = account;
        many = locked;
        many = null;
        list.add(locked);
        list.set(0, two);
        for (Account each : list) {
            many = each;
        }
        Account[] array = {account, locked, two};
        array[0] = locked;
        return one.getBalance() + three.getBalance() + four.getBalance() + many.getBalance() + last.getBalance();
    }
}
