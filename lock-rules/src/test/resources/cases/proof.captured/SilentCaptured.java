import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentCaptured {
    private AccountRepository accounts;

    void inline(LockedAccount account, @Locked Account locked, List<Long> amounts, dev.lockproof.spi.EntityStore store) {
        amounts.forEach(amount -> account.deposit(amount));
        amounts.forEach(account::deposit);
        amounts.forEach(locked::deposit);
        amounts.stream().filter(amount -> amount > 0).forEach(amount -> account.deposit(amount));
        store.inTransaction(() -> {
            accounts.save(account);
            amounts.removeIf(amount -> amount > locked.getBalance());
        });
        Optional.of("x").map(x -> account.getId()).orElseGet(() -> account.getId());
    }

    void copied(LockedAccount account, Executor executor) {
        String id = account.getId();
        Account copy = account;
        executor.execute(() -> System.out.println(id));
        executor.execute(() -> System.out.println(copy.getBalance()));
    }

    void ownParameter() {
        Work work = account -> account.deposit(1);
        BiFunction<String, Account, String> plain = (id, account) -> account.getId();
        Object anonymous = new Work() {
            @Override
            public void on(LockedAccount account) {
                account.deposit(1);
            }
        };
    }

    interface Work {
        void on(LockedAccount account);
    }

    void pipelines(LockedAccount account, java.io.BufferedReader reader, Map<String, String> map) {
        reader.lines().forEach(line -> account.deposit(line.length()));
        "text".chars().filter(each -> each > account.getBalance()).count();
        map.entrySet().stream().map(each -> account.getId() + each).toList();
        Arrays.stream(new int[3]).forEach(each -> account.deposit(each));
    }

    void named(LockedAccount account, List<Long> amounts, dev.lockproof.Query<Account> query) {
        try (var found = accounts.stream(query)) {
            found.filter(each -> each.getBalance() > 0).forEach(each -> account.deposit(each.getBalance()));
        }
        var positive = amounts.stream().filter(amount -> amount > 0).sorted();
        positive.forEach(amount -> account.deposit(amount));
    }

    @AcquiresLock
    void locks(dev.lockproof.Query<Account> query) {
        try (var found = accounts.stream(query).map(PersistentAccount::getId)) {
            found.forEach(id -> accounts.withLock(id, account -> account.getBalance()));
        }
    }
}
