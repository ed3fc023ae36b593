import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.MaybeUnlocked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import shop.Account;
import shop.AccountRepository;

class Silent {
    @SuppressWarnings("unchecked")
    long casts(AccountRepository accounts, @Locked Account locked, List<Account> list, Object object) {
        Account one = (Account) object;
        Account two = (@MaybeUnlocked Account) locked;
        accounts.save((@Writable Account) locked);
        Object three = (Object) locked;
        List<Account> four = (List<Account>) object;
        List<@Fresh Account> five = (List<@Fresh Account>) List.of(new Account("1", "Ada", 0));
        Account six = new @Writable Account("1", "Ada", 0);
        if (object instanceof Account seven) {
            return seven.getBalance();
        }
        if (object instanceof List<?> eight) {
            return eight.size();
        }
        return one.getBalance() + two.getBalance() + four.size() + five.size() + six.getBalance() + three.hashCode();
    }
}
