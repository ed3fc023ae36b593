import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentClosed {
    static void anything(Object value) {}

    static void same(LockedAccount account) {}

    static void classes(Class<? extends AutoCloseable> type) {}

    void references(LockedAccount account, LockedGroup<LockedAccount> group) {
        group.forEach(SilentClosed::same);
        group.forEach(SilentClosed::anything);
        classes(LockedAccount.class);
        Optional.of(account).ifPresent((LockedAccount each) -> same(each));
        Optional.of(account).ifPresent((Object each) -> anything(each));
    }

    void others(AutoCloseable connection, LockedAccount account, LockService locks) throws Exception {
        connection.close();
        locks.close();
        account.lock().ensureHeld();
        Object any = account;
        System.out.println(account.lock().remaining());
        account.lock().onLost(() -> System.out.println("lost"));
    }
}
