import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

class SilentReferences {
    private AccountRepository accounts;

    static <L extends LockProof<?>> L same(L proof) {
        return proof;
    }

    static <T> String name(T value) {
        return "" + value;
    }

    void takesNoProof(LockedAccount account, List<PersistentAccount> found, Map<String, List<Account>> byName) {
        Optional.of(account).map(LockedAccount::getId).map(List::of).isPresent();
        Optional.of(account).map(SilentReferences::name).map(Optional::of).isPresent();
        Optional.of(account).map(SilentReferences::same).ifPresent(each -> each.lock());
        found.stream().map(List::of).map(ArrayList::new).forEach(list -> list.clear());
        Optional.of((Account) account).map(List::of).ifPresent(list -> byName.put("x", list));
        byName.computeIfAbsent("x", name -> new ArrayList<>()).add(account);
    }

    @AcquiresLock
    void group(LockService locks, List<PersistentAccount> found) {
        try (var group = locks.acquireAll(found)) {
            group.proofs().stream().map(LockedAccount::getId).map(Optional::of).toList();
            group.proofs().forEach(accounts::save);
        }
    }
}
