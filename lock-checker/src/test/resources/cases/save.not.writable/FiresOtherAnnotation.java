import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import shop.Account;
import shop.AccountRepository;

/** The imports are mixed up. */
class FiresOtherAnnotation {
    void save(
            AccountRepository accounts,
            @Elsewhere.Locked Account locked,
            @ElsewhereForTypes.Fresh Account fresh,
            @Elsewhere.Writable Account writable) {
        accounts.save(locked); // error: [save.not.writable]
        accounts.save(fresh); // error: [save.not.writable]
        accounts.save(writable); // error: [save.not.writable]
    }
}

class Elsewhere {
    @interface Locked {}

    @interface Writable {}
}

class ElsewhereForTypes {
    @Target(ElementType.TYPE_USE)
    @interface Fresh {}
}
