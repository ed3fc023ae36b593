import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.function.Function;
import shop.Account;
import shop.AccountRepository;

/** A type argument of a call says what generic code may make of a value. */
class FiresTypeArguments {
    AccountRepository accounts;

    static <T> T same(T value) {
        return value;
    }

    <T> FiresTypeArguments(T value) {}

    @AcquiresLock
    void calls(@Fresh Account fresh) {
        accounts.save(accounts.<@Writable Account>withLock("a", account -> account)); // error: [locked.location]
        FiresTypeArguments.<@Fresh Account>same(fresh);
        FiresTypeArguments.<Account>same(fresh);
    }

    void others(@Locked Account locked) {
        new <@Writable Account>FiresTypeArguments(locked); // error: [locked.location]
        Function<Account, Account> same = FiresTypeArguments::<@Writable Account>same; // error: [locked.location] [methodref.not.locked]
    }
}
