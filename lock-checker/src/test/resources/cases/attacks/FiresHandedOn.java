import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;
import shop.*;

/** Ways to save an entity by handing it on: through inheritance, lambdas, streams and generic code. */
class FiresHandedOn {
    AccountRepository accounts; OrderRepository orders; LockService locks; dev.lockproof.spi.EntityStore store; Executor executor;
    Account acc;
    interface UnderLock { void run(@Locked Account a); }
    static class Base<T extends Base<T>> { T self; T other() { return self; } static <T> T st(T t) { return t; } }
    @Entity static class Acc extends Base<Acc> {
        @Id final String id; Acc link;
        Acc(String id) { this.id = id; }
        Acc next() { return link; } // error: [return.not.locked]
        Acc me() { return this; }
        Acc viaLocal() { Acc a = link; return a; } // error: [return.not.locked]
        Acc fine() { Acc a = new Acc(id); a.link = link; return a; }
        Acc chain() { return me().fine(); }
        Acc lam() { Supplier<Acc> s = () -> link; return s.get(); } // error: [return.not.locked]
        Acc cond(boolean b) { return b ? me() : link; } // error: [return.not.locked]
    }
    static class Sub extends Acc {
        Sub(String id) { super(id); }
        @Override Sub me() { return this; }
        @Override Acc next() { return super.next(); }
        @Override Acc fine() { return link; } // error: [return.not.locked]
        Acc viaSuper() { return super.me(); }
    }
    static void want(@Fresh Acc a) {}
    void b1() {
        want(new Acc("1")); want(new Sub("1")); want(new Sub("1").me().chain()); want(new Acc("1").other()); // error: [argument.not.locked]
        want(Base.st(new Acc("1")));
        want(new Acc("1").link); // error: [argument.not.locked]
        want(new Acc("1").self); // error: [argument.not.locked]
    }
    void b2(LockedAccount l) {
        UnderLock u = a -> acc = a;
        UnderLock v = a -> executor.execute(() -> accounts.save(a)); // error: [proof.captured]
        UnderLock w = a -> { Account b = a; executor.execute(() -> accounts.save(b)); }; // error: [save.not.writable]
        u.run(l); v.run(acc); // error: [argument.not.locked]
        Account copy = l.entity();
        store.inTransaction(() -> accounts.save(copy));
        store.inTransaction(() -> { executor.execute(() -> accounts.save(copy)); }); // error: [save.not.writable]
        store.inTransaction(() -> { Account in = copy; accounts.save(in); });
        Stream<Account> s = Stream.of(1).map(i -> { accounts.save(copy); return copy; }); // error: [save.not.writable]
        Stream.of(1).forEach(i -> accounts.save(copy));
        Callable<Account> c = () -> copy;
        new Thread() { public void run() { Account x = copy; accounts.save(x); } }; // error: [save.not.writable]
        class Local { Account y = copy; void m() { accounts.save(copy); } } // error: [save.not.writable]
    }
    void b3(List<Account> stored) {
        List<@Fresh Account> l = Collections.unmodifiableList(stored); // error: [type.argument.not.locked]
        List<@Fresh Account> m = new ArrayList<>(stored); // error: [type.argument.not.locked]
        List<@Fresh Account> n = stored.stream().toList(); // error: [type.argument.not.locked]
        List<@Fresh Account> o = stored.stream().map(a -> a).collect(Collectors.toList()); // error: [type.argument.not.locked]
        List<@Fresh Account> p = Stream.concat(stored.stream(), Stream.of(new Account("1","",0))).toList(); // error: [type.argument.not.locked]
        for (@Fresh Account a : stored) accounts.save(a); // error: [assignment.not.locked]
        stored.stream().map(a -> a.renamed("x")).forEach(accounts::save); // error: [save.not.writable]
        stored.stream().map(a -> new Account(a.getId() + "2", "x", 0)).forEach(accounts::save);
        stored.stream().map(Account::getId).map(i -> new Account(i, "x", 0)).map(a -> a.renamed("y")).forEach(accounts::save);
        stored.stream().map(Account::getId).map(Account::fresh).map(a -> accounts.save(a)).count();
        Optional<Account> first = stored.stream().findFirst(); first.ifPresent(accounts::save); // error: [save.not.writable]
        accounts.save(first.orElse(new Account("1","",0))); // error: [save.not.writable]
        accounts.save(first.orElseGet(() -> new Account("1","",0))); // error: [save.not.writable]
        accounts.save(stored.isEmpty() ? new Account("1","",0) : stored.get(0)); // error: [save.not.writable]
        Map<String, Account> byId = stored.stream().collect(Collectors.toMap(Account::getId, Function.identity()));
        accounts.save(byId.computeIfAbsent("x", i -> new Account(i, "", 0))); // error: [save.not.writable]
    }
    static class Mine<E extends Account> { E e; AccountRepository r; void f() { r.save(e); } E g() { return e; } } // error: [save.not.writable]
    void b4(Mine<Account> m, Mine<@Fresh Account> n) { accounts.save(m.g()); accounts.save(n.g()); accounts.save(n.e); } // error: [save.not.writable]
    abstract class MyRepo extends AbstractRepository<Account, String, PersistentAccount, LockedAccount> {
        MyRepo() { super(null, null, null); }
        @Override public PersistentAccount save(Account a) { return super.save(a); } // error: [save.not.writable]
    }
    @Locked Account b5(@Locked Account a, Account b) { return a == b ? b : a; } // error: [return.not.locked]
    Account b6(@Locked Account a) { return a; }
    void b7(@Locked Account a) { Account x = b6(a); accounts.save(x); } // error: [save.not.writable]
    @Writable Account b8(@Locked Account a) { return a; }
    void b9(@Locked Account a) { Account x = b8(a); accounts.save(x); executor.execute(() -> accounts.save(x)); } // error: [save.not.writable]
    void b10(@Locked Account a, @Fresh Account f) { Account x = a; Account y = f; x.deposit(1); accounts.save(x); accounts.save(y); }
    void b11() { new Account("1", "", 0) { { accounts.save(this); } void m() { accounts.save(this); } }; } // error: [save.not.writable] [save.not.writable]
    void b12(Object o, @Locked Account a) {
        accounts.save((Account) o); // error: [save.not.writable]
        accounts.save((@Fresh Account) a); // error: [locked.cast]
        Account z = (Account) (Object) a; accounts.save(z);
        accounts.save((Account & java.io.Serializable) a);
    }
    void b13(Acc a) { want((@Fresh Acc) a); } // error: [locked.cast]
    void b14(@Fresh Account a) { Account[] xs = {a}; accounts.save(xs[0]); } // error: [save.not.writable]
    <T extends Account> void b15(T t, List<T> ts) { accounts.save(t); accounts.save(ts.get(0)); T u = t; accounts.save(u); } // error: [save.not.writable] [save.not.writable] [save.not.writable]
    <T extends Account> T b16(T t) { return t; }
    void b17(@Locked Account a) { accounts.save(b16(a)); } // error: [save.not.writable]
    void b18(LockedAccount l) { accounts.save(b16(new Account("1","",0))); }
    void b19(Account p) { p = new Account("1","",0); accounts.save(p); } // error: [save.not.writable]
    void b20(@Fresh Account p, Account q) { p = q; } // error: [assignment.not.locked]
    enum E { A { @Override void f(AccountRepository r, Account a) { r.save(a); } }; abstract void f(AccountRepository r, Account a); } // error: [save.not.writable]
    static Account cache; static { cache = new Account("1", "", 0); }
    int n = accounts.save(acc).hashCode(); // error: [save.not.writable]
    { accounts.save(acc); } // error: [save.not.writable]
    static PersistentAccount b21(AccountRepository r) { return r.save(cache); } // error: [save.not.writable]
    FiresHandedOn(AccountRepository r, Account a) { r.save(a); } // error: [save.not.writable]
    void b22(Map.Entry<String, Account> e) { accounts.save(e.getValue()); var v = e.getValue(); accounts.save(v); } // error: [save.not.writable] [save.not.writable]
    void b23() { Account a; accounts.save(a = new Account("1","",0)); accounts.save(a); }
    void b24(Supplier<? extends Account> s, Callable<Account> c) throws Exception { accounts.save(s.get()); accounts.save(c.call()); } // error: [save.not.writable] [save.not.writable]
    void b25(PersistentAccount p) { accounts.save(((Persistent<Account, LockedAccount>) p).entity()); } // error: [save.not.writable]
}
