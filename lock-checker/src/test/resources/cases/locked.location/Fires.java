import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.LockedBottom;
import dev.lockproof.annotations.MaybeUnlocked;
import dev.lockproof.annotations.PolyLocked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import java.util.Map;
import org.checkerframework.framework.qual.DefaultQualifier;
import shop.Account;

class Fires {
    private @Writable Account field; // error: [locked.location]
    private @PolyLocked Account poly; // error: [locked.location]
    private List<@Writable Account> list; // error: [locked.location]
    private @Writable Account[] array; // error: [locked.location]

    @PolyLocked Account nothingToHandOn(Account account) { // error: [locked.location]
        return null;
    }

    void arguments(Map<String, @Writable Account> map) {} // error: [locked.location]

    void wildcard(List<? extends @Writable Account> some) {} // error: [locked.location]

    void varargs(@Writable Account... all) {} // error: [locked.location]

    void both(@Locked @Fresh Account account) {} // error: [locked.location]

    void bottom(@LockedBottom Account account) {} // error: [locked.location]

    @Fresh // error: [locked.location]
    static class FreshClass {}

    static class Base extends @Fresh Account { // error: [locked.location]
        @Fresh Base() { // error: [locked.location]
            super("1", "Ada", 0);
        }
    }

    @DefaultQualifier(Locked.class) // error: [locked.location]
    void byDefault(Account account) {}

    @DefaultQualifier.List({
        @DefaultQualifier(MaybeUnlocked.class),
        @DefaultQualifier(Fresh.class) // error: [locked.location]
    })
    static class ByDefault {}

    <@Fresh T> void typeParameter(T t) {} // error: [locked.location]

    <T extends @Writable Account> void bound(T t) {} // error: [locked.location]

    record Holder(@Writable Account account) {} // error: [locked.location]

    void locals(@Locked Account locked) {
        @Writable Account[] some = {locked}; // error: [locked.location]
        Object made = new @Writable Account[3]; // error: [locked.location]
    }
}
