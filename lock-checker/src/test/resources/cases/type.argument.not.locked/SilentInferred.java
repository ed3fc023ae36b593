import dev.lockproof.annotations.Fresh;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;

/** New entities in inferred type arguments: where they have to be new, and where they must not be. */
class SilentInferred {
    private final AccountRepository accounts;
    private final List<Account> seen = Stream.of("1").map(SilentInferred::make).toList();

    SilentInferred(AccountRepository accounts) {
        this.accounts = accounts;
    }

    private static Account make(String id) {
        return new Account(id, "Ada", 0);
    }

    void take(List<Account> list) {}

    void seed(List<@Fresh Account> list) {}

    void newOnes(List<String> ids) {
        ids.stream().map(id -> new Account(id, "Ada", 0)).forEach(accounts::save);
        List<@Fresh Account> drafts = ids.stream().map(SilentInferred::make).toList();
        seed(ids.stream().map(id -> new Account(id, "Ada", 0)).filter(a -> a.getBalance() > 0).toList());
        var all = ids.stream().map(id -> new Account(id, "Ada", 0)).toList();
        seed(all);
        drafts.forEach(accounts::save);
    }

    List<Account> listed(List<String> ids) {
        List<Account> list = ids.stream().map(id -> new Account(id, "Ada", 0)).toList();
        take(ids.stream().map(id -> new Account(id, "Ada", 0)).toList());
        take(Optional.of(new Account("1", "Ada", 0)).stream().toList());
        Iterator<Account> iterator = List.of(new Account("1", "Ada", 0)).iterator();
        List<List<Account>> nested = ids.stream().map(id -> List.of(new Account(id, "Ada", 0))).toList();
        Deque<Account> queue = new ArrayDeque<>(List.of(new Account("1", "Ada", 0)));
        if (list.containsAll(ids.stream().map(SilentInferred::make).toList()) || nested.isEmpty()) {
            return ids.stream().map(SilentInferred::make).sorted(Comparator.comparing(Account::getId)).toList();
        }
        queue.add(iterator.next());
        return ids.stream().map(SilentInferred::make).collect(Collectors.toList());
    }

    Optional<Account> optional(Optional<String> id, Account other) {
        Account one = id.map(SilentInferred::make).orElse(other);
        Account two = id.map(SilentInferred::make).orElseGet(() -> seen.get(0));
        Optional<Account> three = id.map(SilentInferred::make).or(() -> Optional.of(one));
        three.ifPresent(seen::add);
        Account best = Stream.of("1").map(SilentInferred::make).reduce(two, (a, b) -> seen.get(0));
        seen.add(best);
        return id.map(SilentInferred::make).filter(a -> a.getBalance() > 0);
    }

    List<Account> variables(List<String> ids) {
        var stream = ids.stream().map(id -> new Account(id, "Ada", 0));
        var list = stream.toList();
        take(list);
        var byId = new HashMap<>(Map.of("1", new Account("1", "Ada", 0)));
        for (var entry : byId.entrySet()) {
            rename(entry);
        }
        return list;
    }

    void rename(Map.Entry<String, Account> entry) {}

    void entries(Map<String, @Fresh Account> drafts) {
        for (var entry : drafts.entrySet()) {
            accounts.save(entry.getValue());
        }
    }

    CompletableFuture<List<Account>> inFunction(List<String> ids) {
        return CompletableFuture.supplyAsync(() -> ids.stream().map(SilentInferred::make).toList());
    }

    Stream<Account> iterated() {
        Stream<Account> own = Stream.iterate(make("1"), a -> a.renamed("x")).limit(3);
        return Stream.concat(own, Stream.iterate(make("1"), a -> seen.get(0)).limit(3));
    }

    Supplier<List<Account>> functions(List<String> ids) {
        ids.forEach(id -> {
            var all = Stream.of(id).map(SilentInferred::make).toList();
            take(all);
        });
        ids.stream().map(id -> List.of(make(id))).forEach(list -> {
            take(list);
        });
        return () -> {
            List<Account> more = new ArrayList<>();
            more.addAll(ids.stream().map(SilentInferred::make).toList());
            return ids.isEmpty() ? more : ids.stream().map(SilentInferred::make).toList();
        };
    }
}
