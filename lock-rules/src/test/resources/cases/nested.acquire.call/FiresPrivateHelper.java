import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
class FiresPrivateHelper {
    private AccountRepository accounts;

    private void locked(String id, Runnable work) {
        try (var account = accounts.lock(id)) {
            handsOn(work);
        }
    }

    private void handsOn(Runnable work) {
        work.run();
    }

    @AcquiresLock
    void refund(String id) {
        locked(id, () -> {});
        handsOn(() -> locked(id, () -> {}));
        locked("x", () -> refund(id)); // error: [nested.acquire.call]
        locked("x", this::all); // error: [nested.acquire.call]
    }

    @AcquiresLock
    void all() {
        refund("y");
    }
}
