import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import shop.Account;

/** The imports are mixed up. */
class FiresOtherAnnotation {
    static void settle(@Locked Account account) {}

    static void register(@Fresh Account account) {}

    void ofParameters(@Elsewhere.Locked Account locked, @ElsewhereForTypes.Fresh Account fresh) {
        settle(locked); // error: [argument.not.locked]
        register(fresh); // error: [argument.not.locked]
    }

    void thatSayLess(@Elsewhere.Locked Account locked, @ElsewhereForTypes.Fresh Account fresh) {
        settle(fresh); // error: [argument.not.locked]
        register(locked); // error: [argument.not.locked]
    }
}

class Elsewhere {
    @interface Locked {}
}

class ElsewhereForTypes {
    @Target(ElementType.TYPE_USE)
    @interface Fresh {}
}
