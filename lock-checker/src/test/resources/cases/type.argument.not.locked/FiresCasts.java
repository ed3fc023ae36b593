import dev.lockproof.annotations.Fresh;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import shop.Account;

/** A cast to which javac has no objection changes no type argument. */
class FiresCasts {
    @SuppressWarnings("cast")
    void casts(List<@Fresh Account> fresh, Collection<@Fresh Account> any, @Fresh Account[] array, Account stored, Supplier<@Fresh Account> supplier) {
        List<Account> list = (List<Account>) fresh; // error: [type.argument.not.locked]
        list.add(stored);
        Collection<Account> wider = (Collection<Account>) fresh; // error: [type.argument.not.locked]
        ArrayList<Account> down = (ArrayList<Account>) any; // error: [type.argument.not.locked]
        Supplier<Account> both = (Supplier<Account> & Runnable) supplier; // error: [type.argument.not.locked]
        ((Account[]) array)[0] = stored; // error: [type.argument.not.locked]
        ((List<Account>) (fresh)).add(stored); // error: [type.argument.not.locked]
        if (any instanceof List<Account> same) { // error: [type.argument.not.locked]
            same.add(stored);
        }
    }
}
