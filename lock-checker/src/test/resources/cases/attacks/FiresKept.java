import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import shop.*;

/** Ways to save an entity after its lock, or without one. Each was tried by hand; those that the compiler can't see are in docs/soundness.md. */
class FiresKept {
    AccountRepository accounts; OrderRepository orders; LockService locks; dev.lockproof.spi.EntityStore store; Executor executor;
    Object field; Account acc; Supplier<?> sup; Account[] arr = new Account[1]; Map<String, Account> map = new HashMap<>();

    static <T> T id(T t) { return t; }
    static <T extends Account> T idA(T t) { return t; }
    static @PolyLocked Account same(@PolyLocked Account a) { return a; }

    @AcquiresLock void a1(String id) { // bounded generic keeps java type LockedAccount?
        Account kept;
        try (LockedAccount l = accounts.lock(id)) { kept = idA(l.entity()); }
        accounts.save(kept); // error: [save.not.writable]
    }
    @AcquiresLock void a2(String id) { // anonymous class field initialised from inferred local
        Runnable r;
        try (LockedAccount l = accounts.lock(id)) {
            Account copy = l.entity();
            r = new Runnable() { final Account mine = copy; public void run() { accounts.save(mine); } }; // error: [save.not.writable]
        }
        r.run();
    }
    @AcquiresLock void a3(String id) { // lambda capturing inferred local
        Runnable r;
        try (LockedAccount l = accounts.lock(id)) {
            Account copy = l;
            r = () -> accounts.save(copy); // error: [save.not.writable]
        }
        r.run();
    }
    @AcquiresLock void a4(String id) { // bound method reference
        Runnable r; Supplier<Account> s;
        try (LockedAccount l = accounts.lock(id)) {
            Account copy = l;
            LongConsumer c = copy::withdraw; // error: [methodref.not.locked]
            c.accept(3);
        }
    }
    @AcquiresLock void a5(String id) { // conditional initialiser with null outside
        Account kept = null;
        for (int i = 0; i < 2; i++) {
            if (kept != null) accounts.save(kept); // error: [save.not.writable]
            try (LockedAccount l = accounts.lock(id)) { kept = l; }
        }
    }
    @AcquiresLock void a6(String id) { // effectively final without initialiser
        final Account kept;
        try (LockedAccount l = accounts.lock(id)) { kept = l; }
        accounts.save(kept); // error: [save.not.writable]
    }
    @AcquiresLock void a7(String id) { // via array
        Account[] a = new Account[1];
        try (LockedAccount l = accounts.lock(id)) { a[0] = l; }
        accounts.save(a[0]); // error: [save.not.writable]
    }
    @AcquiresLock void a8(String id) throws Exception { // via Optional / Stream / AtomicReference / withLock result
        accounts.save(accounts.<Account>withLock(id, l -> l.entity())); // error: [save.not.writable]
        AtomicReference<Account> ref = new AtomicReference<>();
        try (LockedAccount l = accounts.lock(id)) { ref.set(l.entity()); }
        accounts.save(ref.get()); // error: [save.not.writable]
        Account out = accounts.withLock(id, l -> l.entity());
        accounts.save(out); // error: [save.not.writable]
    }
    @AcquiresLock Account a9(String id) { // returned as plain
        try (LockedAccount l = accounts.lock(id)) { return l.entity(); }
    }
    @AcquiresLock void a9b(String id) { accounts.save(a9(id)); } // error: [save.not.writable]
    @AcquiresLock void a10(String id) { // poly with fresh + other
        accounts.save(same(accounts.require(id).entity())); // error: [save.not.writable]
        accounts.save(this.<Account>gen(accounts.require(id).entity())); // error: [save.not.writable]
    }
    <T> T gen(T t) { return t; }
    void a11(PersistentAccount p) { // entity() via LockProof typed?
        Persistent<Account, LockedAccount> q = p; accounts.save(q.entity()); // error: [save.not.writable]
    }
    void a12(Object o) { // patterns
        if (o instanceof Account a) accounts.save(a); // error: [save.not.writable]
    }
    void a13(List<? super Account> sink, List<? extends Account> source) {
        accounts.save(source.get(0)); // error: [save.not.writable]
        List<@Fresh Account> fresh = new ArrayList<>();
        List<? super @Fresh Account> s = fresh; s.add(new Account("1","",0));
        List<? extends Account> e = fresh; accounts.save(e.get(0)); // error: [save.not.writable]
    }
    @SuppressWarnings("unchecked") void a15(Object o) { // unchecked cast with fresh
        List<@Fresh Account> fresh = (List<@Fresh Account>) o; // error: [locked.cast]
        accounts.save(fresh.get(0));
    }
    void a16() {
        accounts.save(magic()); // error: [proof.downcast]
        Account a = magic(); accounts.save(a); // error: [save.not.writable]
    }
    @SuppressWarnings("unchecked") <T> T magic() { return (T) field; }
    void a17(Function<Account, @Fresh Account> f) { accounts.save(f.apply(null)); }
    void a17b() { a17(x -> x); } // error: [return.not.locked]
    void a17c() { a17(Function.identity()); } // error: [type.argument.not.locked]
    void a17d() { a17(UnaryOperator.<Account>identity()::apply); } // error: [methodref.not.locked]
    void a18(@Fresh Account a) { acc = a; Account b = acc; accounts.save(b); } // error: [save.not.writable]
    void a19() { class L { Account it = new Account("1","",0); } accounts.save(new L().it); } // error: [save.not.writable]
    void a20(@Writable Account w) { executor.execute(() -> accounts.save(w)); } // error: [proof.captured]
    void a21(@PolyLocked Account p) { executor.execute(() -> settle(p)); } // error: [argument.not.locked] [proof.captured]
    void settle(@Locked Account a) {}
    record R(Account a) {}
    void a22(Object o) { if (o instanceof R r) accounts.save(r.a()); } // error: [save.not.writable]
    void a23(Account a) { Account x, y; x = y = a; accounts.save(x); accounts.save(y = a); } // error: [save.not.writable] [save.not.writable]
    void a24(Account a) { Account x = new Account("1","",0); Account y = x; x = a; accounts.save(y); accounts.save(x); } // error: [save.not.writable] [save.not.writable]
    void a25(Account a) { for (Account x = new Account("1","",0); x != null; x = a) accounts.save(x); } // error: [save.not.writable]
    void a26(Iterator<Account> it) { while (it.hasNext()) { var x = it.next(); accounts.save(x); } } // error: [save.not.writable]
    int a27(Account a, int k) { accounts.save(switch (k) { case 1 -> new Account("1","",0); default -> a; }); return 0; } // error: [save.not.writable]
    void a28(Account a) { try { throw new Ex(a); } catch (Ex e) { accounts.save(e.a); } } // error: [save.not.writable]
    static class Ex extends RuntimeException { final transient Account a; Ex(Account a) { this.a = a; } static final long serialVersionUID = 1; }
    void a29(Account a) { accounts.save(((Function<Account, Account>) x -> x).apply(a)); } // error: [save.not.writable]
    void a30(Account... all) { accounts.save(all[0]); for (Account a : all) accounts.save(a); } // error: [save.not.writable] [save.not.writable]
}
