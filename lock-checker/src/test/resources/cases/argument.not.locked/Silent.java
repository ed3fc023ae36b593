import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.LockedGroup;
import dev.lockproof.LockedPair;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.PolyLocked;
import dev.lockproof.annotations.Writable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;
import shop.PersistentAccount;

class Silent {
    private final AccountRepository accounts;
    private final LockService locks;
    private final Map<String, Account> cache = new HashMap<>();

    Silent(AccountRepository accounts, LockService locks) {
        this.accounts = accounts;
        this.locks = locks;
    }

    static void settle(@Locked Account account) {
        account.withdraw(1);
        change(account);
        read(account);
    }

    static void register(@Fresh Account account) {
        change(account);
    }

    static void change(@Writable Account account) {
        read(account);
    }

    static long read(Account account) {
        return account.getBalance();
    }

    static @PolyLocked Account same(@PolyLocked Account account) {
        return account;
    }

    static void generic(LockProof<Account> proof) {
        settle(proof.entity());
    }

    static <L extends LockProof<Account>> void anyProof(L proof) {
        settle(proof.entity());
    }

    @AcquiresLock
    void locked(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            settle(account);
            settle(account.entity());
            settle(same(account));
            Account alias = account;
            Account second = alias;
            settle(second);
            alias.withdraw(4);
            generic(account);
            anyProof(account);
            Object any = account;
            if (any instanceof Account narrowed) {
                read(narrowed);
            }
        }
        try (LockedPair<LockedAccount, LockedAccount> pair =
                locks.acquireBoth(accounts.require("1"), accounts.require("2"))) {
            settle(pair.first());
            settle(pair.second().entity());
        }
        try (LockedGroup<LockedAccount> group = locks.acquireAll(List.of(accounts.require("1")))) {
            for (LockedAccount each : group) {
                settle(each);
            }
        }
        try (LockedAccount account = locks.acquire(accounts.findById(id), IllegalStateException::new)) {
            settle(account);
        }
        try (LockedAccount account = accounts.tryLock(id)) {
            if (account != null) {
                settle(account);
            }
        }
    }

    @AcquiresLock
    long forgetting(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            cache.put(id, account.entity());
            Objects.requireNonNull(account.entity());
            System.out.println(account.entity());
            Account kept = cache.get(id);
            return read(kept) + Optional.of(account.entity()).map(Account::getBalance).orElse(0L);
        }
    }

    Map<String, Long> reading(List<PersistentAccount> list) {
        long sum = list.stream().map(PersistentAccount::entity).mapToLong(Account::getBalance).sum();
        cache.values().forEach(account -> read(account));
        return list.stream().collect(Collectors.toMap(PersistentAccount::getId, a -> a.getBalance() + sum));
    }

    @AcquiresLock
    long inline(String id) {
        return accounts.withLock(id, account -> {
            settle(account);
            return account.getBalance();
        });
    }

    void fresh() {
        register(new Account("1", "Ada", 0));
        change(same(new Account("1", "Ada", 0)));
        settle(null);
    }
}
