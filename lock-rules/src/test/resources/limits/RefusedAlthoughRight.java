import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Programs that would do no harm and are refused. docs/soundness.md has them, with the way out. */
class RefusedAlthoughRight {
    private AccountRepository accounts;

    @AcquiresLock
    void otherWords(String id) {
        try (var account = accounts.tryLock(id)) {
            boolean busy = account == null;
            if (busy) {
                accounts.withLock("other", other -> 1); // error: [nested.acquire.call]
            }
        }
    }

    static <T> T library(Supplier<T> supplier) {
        return supplier.get();
    }

    void onlyReads(LockedAccount account) {
        library(() -> account.getBalance()); // error: [proof.captured]
    }

    void keptForTwoExpressions(LockedAccount account) {
        var optional = Optional.of(account); // error: [proof.type.argument]
        optional.ifPresent(each -> each.deposit(1));
    }

    @AcquiresLock
    void chosenInTheHead(boolean flag) {
        try (var account = flag ? accounts.lock("a") : accounts.lock("b")) { // error: [acquire.not.resource] [acquire.not.resource]
            account.deposit(1);
        }
    }

    static class Logged extends ArrayList<String> {
        @Override
        public void forEach(Consumer<? super String> action) {
            Helper.each(this, action); // error: [inline.override]
        }
    }

    static class Helper {
        static void each(List<String> list, Consumer<? super String> action) {
            list.iterator().forEachRemaining(action);
        }
    }
}
