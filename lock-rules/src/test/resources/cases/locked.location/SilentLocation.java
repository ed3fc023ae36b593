import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentLocation {
    void parameter(@Locked Account account) {
        @Locked Account local = account;
        for (@Locked Account each = account; each != null; ) {
            break;
        }
    }

    void qualified(bank.@Locked Account account) {}

    @Locked Account borrowed(@Locked Account account) {
        return account;
    }

    @Locked Account fromProof(LockedAccount account) {
        return account;
    }

    static class Ledger {
        void receiver(@Locked Ledger this) {}

        @Locked Account fromReceiver(@Locked Ledger this) {
            return null;
        }
    }

    interface Work {
        void on(@Locked Account account);
    }

    void lambdas() {
        Work explicit = (@Locked Account account) -> account.deposit(1);
    }
}
