import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentClosed {
    void others(AutoCloseable connection, LockedAccount account, LockService locks) throws Exception {
        connection.close();
        locks.close();
        account.lock().ensureHeld();
        Object any = account;
        System.out.println(account.lock().remaining());
        account.lock().onLost(() -> System.out.println("lost"));
    }
}
