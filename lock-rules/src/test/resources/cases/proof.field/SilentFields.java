import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentFields {
    private String id;
    private Account account;
    private PersistentAccount found;
    private Persistent<Account, LockedAccount> view;
    private Repository<Account, String, PersistentAccount, LockedAccount> repository;
    private LockGrant grant;

    record Holder(String name, Account account) {}

    static class Service<T, L extends LockProof<T>> {
        private final Repository<T, String, ?, L> repository;

        Service(Repository<T, String, ?, L> repository) {
            this.repository = repository;
        }

        @AcquiresLock
        void with(String id) {
            try (L locked = repository.lock(id)) {
                locked.entity();
            }
        }
    }

    private final Service<Account, LockedAccount> service = new Service<>(repository);
}
