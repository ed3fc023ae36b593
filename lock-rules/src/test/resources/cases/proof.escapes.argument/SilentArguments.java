import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentArguments {
    private AccountRepository accounts;

    void takesProof(LockedAccount account) {}

    void takesLocked(@Locked Account account) {}

    void takesAny(Object any) {}

    <L extends LockProof<?>> void takesVariable(L proof) {}

    static class Box<T> {
        Box(T value) {}
    }

    static <T> T same(T value) {
        return value;
    }

    void passes(LockedAccount account, List<Account> list, Map<String, Object> map) {
        takesProof(account);
        takesLocked(account);
        takesAny(account);
        takesVariable(account);
        list.add(account);
        map.put("x", account);
        accounts.save(account);
        accounts.delete(account);
        Objects.requireNonNull(account, "account");
        takesProof(Objects.requireNonNull(account));
        LockedAccount alias = same(account);
        System.out.println(account);
        Objects.hash(account, 1);
        for (LockedAccount each : List.of(account, account)) {
            each.deposit(1);
        }
        Object any = Optional.of(account);
        takesAny(List.of(account));
        Box<?> unknown = new Box<>(account);
        int size = List.of(account).size();
        Optional.of(account).get().deposit(1);
        List<Account> plain = List.of(account);
        Optional<Account> optional = Optional.of(account);
    }
}
