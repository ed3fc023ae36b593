import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.io.Serializable;
import java.util.List;
import shop.Account;
import shop.AccountRepository;

class FiresIntersection {
    void intersections(AccountRepository accounts, Account account, Object object) {
        accounts.save((@Fresh Account & Serializable) account); // error: [locked.cast]
        Account one = (@Locked Account & Serializable) object; // error: [locked.cast]
        one.deposit(1);
    }

    <T extends Account> int wildcards(List<T> list, List<? extends Account> stored) {
        List<? extends @Fresh Account> some = (List<? extends @Fresh Account>) stored; // error: [locked.cast]
        List<@Fresh T> fresh = (List<@Fresh T>) list; // error: [locked.cast]
        return some.size() + fresh.size();
    }
}
