import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import shop.Account;
import shop.AccountRepository;

class Fires {
    void casts(AccountRepository accounts, Account account, List<Account> list, Object object) {
        accounts.save((@Locked Account) account); // error: [locked.cast]
        accounts.save((@Writable Account) account); // error: [locked.cast]
        accounts.save((@Fresh Account) list.get(0)); // error: [locked.cast]
        Account one = (@Locked Account) object; // error: [locked.cast]
        List<@Fresh Account> fresh = (List<@Fresh Account>) list; // error: [locked.cast]
        @Locked Account two = new @Locked Account("1", "Ada", 0); // error: [locked.cast]
        if (object instanceof @Locked Account three) { // error: [locked.cast]
            accounts.save(three);
        }
        one.deposit(fresh.size() + two.getBalance());
    }
}
