import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
class SilentPrivateHelper {
    private void twice(Runnable work) {
        work.run();
        again(work, 1);
    }

    private void again(Runnable work, int times) {
        if (times > 0) {
            Objects.requireNonNull(work).run();
            again(work, times - 1);
        }
    }

    private static <T> void each(List<T> list, Consumer<? super T> action) {
        for (T element : list) {
            action.accept(element);
        }
    }

    private void with(LockedAccount account, Consumer<LockedAccount> action) {
        action.accept(account);
    }

    void uses(LockedAccount account) {
        twice(() -> account.deposit(1));
        each(List.of(1L), amount -> account.deposit(amount));
        with(account, each -> each.deposit(1));
    }
}
