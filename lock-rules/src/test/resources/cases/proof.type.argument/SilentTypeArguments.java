import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentTypeArguments {
    static final Map<String, Class<?>> TYPES = new HashMap<>();

    static {
        List<String> names = List.of("a");
        names.forEach(name -> {
            Optional<String> local = Optional.of(name);
            TYPES.put(local.get(), LockedAccount.class);
        });
    }

    final Function<String, List<String>> field = text -> {
        List<String> local = List.of(text);
        return local;
    };

    void pair(LockedPair<LockedAccount, LockedOrder> pair, LockedGroup<LockedAccount> group) {}

    <T, L extends LockProof<T>> void bounded(Persistent<T, L> found, Repository<T, String, ?, L> repository) {}

    void found(Optional<PersistentAccount> found, List<Persistent<Account, LockedAccount>> all) {}

    void inline(@RunsInline Consumer<LockedAccount> work, @RunsInline Function<? super LockedAccount, String> other) {}

    void forgetting(LockedAccount account, LockedGroup<LockedAccount> group) {
        List<Account> plain = new ArrayList<>(List.of(account));
        plain.add(account);
        List<Object> objects = List.of(account);
        Map<String, PersistentAccount> views = new HashMap<>();
        views.put("x", account);
        for (LockedAccount each : group) {
            each.deposit(1);
        }
        group.forEach(each -> each.deposit(1));
        long sum = group.proofs().stream().mapToLong(each -> each.getBalance()).sum();
        Class<LockedAccount> token = LockedAccount.class;
        long size = group.proofs().size();
    }
}
