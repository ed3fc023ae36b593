import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
class FiresPrivateHelper {
    private Runnable kept;

    private void keeps(Runnable work) {
        handsOn(work);
    }

    private void handsOn(Runnable work) {
        if (work instanceof Runnable) {
            stores(work);
        }
    }

    private void stores(Runnable work) {
        kept = work;
    }

    void notPrivate(Runnable work) {
        work.run();
    }

    void uses(LockedAccount account) {
        keeps(() -> account.deposit(1)); // error: [proof.captured]
        stores(account::notify); // error: [proof.captured]
        notPrivate(() -> account.deposit(1)); // error: [proof.captured]
    }
}
