import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentAlias {
    @AcquiresLock
    void local(AccountRepository accounts, AutoCloseable connection) throws Exception {
        try (connection; var account = accounts.lock("x")) {
            LockedAccount alias = account;
            alias.deposit(1);
        }
    }
}
