import bank.*;
import dev.lockproof.*;

/** The imports are mixed up. */
class FiresOtherAnnotation {
    private AccountRepository accounts;

    @Elsewhere.AcquiresLock
    void onMethod(String id) {
        accounts.withLock(id, account -> 1); // error: [effect.undeclared]
    }

    @Elsewhere.AcquiresLock
    static class OnClass {
        void takes(AccountRepository accounts) {
            accounts.withLock("x", account -> 1); // error: [effect.undeclared]
        }
    }

    @Elsewhere.Locked
    void ofNoConcern(String id) {
        accounts.withLock(id, account -> 1); // error: [effect.undeclared]
    }
}

class Elsewhere {
    @interface AcquiresLock {}

    @interface Locked {}
}
