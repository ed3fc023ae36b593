import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

class FiresPatterns {
    AccountRepository accounts;
    record R(Account a, Object o) {}
    sealed interface S permits P, Q {} record P(Account a) implements S {} record Q(Order o) implements S {}
    void c1(Object o) {
        switch (o) {
            case Account a when a.getBalance() > 1 -> accounts.save(a); // error: [save.not.writable]
            case R(Account a, var x) -> accounts.save(a); // error: [save.not.writable]
            default -> {}
        }
        if (o instanceof R(var a, Account b)) { accounts.save(a); accounts.save(b); } // error: [save.not.writable] [save.not.writable]
        if (o instanceof R(@Fresh Account a, var b)) accounts.save(a); // error: [locked.cast]
        switch (o) { case @Fresh Account a -> accounts.save(a); default -> {} } // error: [locked.cast]
    }
    long c2(S s) { return switch (s) { case P(var a) -> a.getBalance(); case Q(var o) -> o.hashCode(); }; }
    void c3(@Locked Account l) {
        switch (l) { case Account a -> accounts.save(a); }
        if (l instanceof Account a) accounts.save(a);
        Object o = l;
        if (o instanceof Account a && a.getBalance() > 0) accounts.save(a); // error: [save.not.writable]
    }
    void c4(LockedAccount l) {
        switch (l) { case LockedAccount a -> accounts.save(a); }
        if (l instanceof Account _) { accounts.save(l); }
        for (var _ : List.of(1)) accounts.save(l);
    }
    void c5(Object o) { Runnable r = () -> { if (o instanceof Account a) accounts.save(a); }; } // error: [save.not.writable]
    void c6(R r) { accounts.save(r.a()); } // error: [save.not.writable]
}
