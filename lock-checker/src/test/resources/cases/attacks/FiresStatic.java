import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.PolyLocked;
import shop.Account;

// In static code there is no object whose qualifier a call could hand on.
class StaticCode {
    static @PolyLocked Account outOfNothing() { // error: [locked.location]
        return null;
    }

    static void wrong(@Locked Account account) {}

    static void assignedTwice() {
        Account account = outOfNothing();
        account = outOfNothing();
        wrong(account); // error: [argument.not.locked]
    }
}
