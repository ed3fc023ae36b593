import dev.lockproof.Repository;
import dev.lockproof.annotations.AcquiresLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;
import shop.PersistentAccount;

class FiresStored {
    private final AccountRepository accounts;
    private Account field;

    FiresStored(AccountRepository accounts, Account field) {
        this.accounts = accounts;
        this.field = field;
    }

    void parameter(Account account) {
        accounts.save(account); // error: [save.not.writable]
    }

    void found(String id) {
        accounts.save(accounts.require(id).entity()); // error: [save.not.writable]
        accounts.save(accounts.findById(id).get().entity()); // error: [save.not.writable]
        accounts.save(accounts.findById(id).map(PersistentAccount::entity).orElseThrow()); // error: [save.not.writable]
        Account copy = accounts.require(id).entity();
        copy.deposit(5);
        accounts.save(copy); // error: [save.not.writable]
        for (PersistentAccount account : accounts.findById(id).stream().toList()) {
            accounts.save(account.entity()); // error: [save.not.writable]
        }
    }

    void field() {
        accounts.save(field); // error: [save.not.writable]
        accounts.save(this.field); // error: [save.not.writable]
        field = new Account("1", "Ada", 0);
        accounts.save(field); // error: [save.not.writable]
    }

    @AcquiresLock
    void keptAfterTheBlock(String id) {
        Account kept = null;
        try (LockedAccount locked = accounts.lock(id)) {
            kept = locked;
        }
        accounts.save(kept); // error: [save.not.writable]
    }

    @AcquiresLock
    void keptInAField(String id) {
        try (LockedAccount locked = accounts.lock(id)) {
            field = locked;
            accounts.save(field); // error: [save.not.writable]
        }
    }

    @AcquiresLock
    void throughGenericCode(String id) {
        try (LockedAccount locked = accounts.lock(id)) {
            Account entity = locked.entity();
            List<Account> list = new ArrayList<>();
            list.add(entity);
            accounts.save(list.get(0)); // error: [save.not.writable]
            Account same = Objects.requireNonNull(entity);
            accounts.save(same); // error: [save.not.writable]
            accounts.save(Objects.requireNonNull(entity)); // error: [save.not.writable]
            Stream.of(entity).forEach(each -> accounts.save(each)); // error: [save.not.writable]
        }
    }

    @AcquiresLock
    void asNewOnly(String id, Repository<Account, String, PersistentAccount, LockedAccount> anyRepository) {
        try (LockedAccount locked = accounts.lock(id)) {
            Account entity = locked.entity();
            anyRepository.save(entity); // error: [save.not.writable]
        }
    }

    void overwritten(boolean stored, String id) {
        Account account = new Account(id, "Ada", 0);
        if (stored) {
            account = accounts.require(id).entity();
        }
        accounts.save(account); // error: [save.not.writable]
    }

    void factoryThatPromisesNothing() {
        accounts.save(Account.open("1")); // error: [save.not.writable]
    }

    void either(boolean fresh, String id) {
        accounts.save(fresh ? new Account(id, "Ada", 0) : accounts.require(id).entity()); // error: [save.not.writable]
    }
}
