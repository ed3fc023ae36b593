package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.AbstractRepository;
import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.Found;
import dev.lockproof.test.entities.Held;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.test.entities.Seat;
import dev.lockproof.test.entities.Seat.Place;
import dev.lockproof.test.entities.SeatMapping;
import org.junit.jupiter.api.Test;

/** Which proofs a repository takes. */
class RepositoryProofTest {

    private final InMemoryStore store = InMemoryStore.create();
    private final InMemoryLockProvider provider = InMemoryLockProvider.create();
    private final LockService locks = LockService.of(provider);
    private final AccountRepository accounts = new AccountRepository(store, locks);

    @Test
    void aProofWithoutAGrantIsRefused() {
        accounts.save(new Account("a", "Ann", 100));
        assertThatThrownBy(() -> accounts.save((Account) new HandMade("a", 999, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No Account was saved")
                .hasMessageContaining(HandMade.class.getName())
                .hasMessageContaining("acquire");
        assertThat(accounts.require("a").getBalance()).isEqualTo(100);
    }

    @Test
    void aProofWithTheGrantOfAnotherOneIsRefused() {
        accounts.save(new Account("a", "Ann", 100));
        accounts.save(new Account("b", "Bob", 200));
        try (LockedAccount a = accounts.lock("a")) {
            assertThatThrownBy(() -> accounts.save((Account) new HandMade("a", 999, a.lock())))
                    .as("even for the same entity: it was not read under the lock")
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> accounts.save((Account) new HandMade("b", 999, a.lock())))
                    .isInstanceOf(IllegalArgumentException.class);
            LockedAccount copied = new LockedAccount(AccountMapping.INSTANCE.row(new Account("b", "x", 9)), a.lock());
            assertThatThrownBy(() -> accounts.save(copied)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> accounts.delete(copied))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No Account was deleted");
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(100);
        assertThat(accounts.require("b").getBalance()).isEqualTo(200);
    }

    @Test
    void aProofOfAnotherStoreIsRefused() {
        InMemoryStore otherStore = InMemoryStore.create();
        AccountRepository others = new AccountRepository(otherStore, locks);
        accounts.save(new Account("a", "Ann", 100));
        others.save(new Account("a", "Ann", 100));
        try (LockedAccount other = others.lock("a")) {
            assertThatThrownBy(() -> accounts.save(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Account:a was not saved")
                    .hasMessageContaining("another repository or store");
        }
    }

    @Test
    void aProofOfAnotherEntityIsRefused() {
        Seats seats = new Seats(store, locks);
        seats.save(new Seat(new Place("1", "2"), false));
        try (Held<Seat> seat = seats.lock(new Place("1", "2"))) {
            assertThatThrownBy(() -> saveUnchecked(new Samples(store, locks), seat))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Seat:1,2")
                    .hasMessageContaining("another repository");
        }
    }

    @Test
    void aProofOfAnotherRepositoryOfTheSameEntityAndStoreWillDo() {
        AccountRepository same = new AccountRepository(store, locks);
        accounts.save(new Account("a", "Ann", 100));
        try (LockedAccount account = accounts.lock("a")) {
            account.deposit(1);
            same.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    void anEntityWhoseIdWasChangedIsRefused() {
        Seats seats = new Seats(store, locks);
        seats.save(new Seat(new Place("1", "2"), false));
        try (Held<Seat> seat = seats.lock(new Place("1", "2"))) {
            assertThatThrownBy(() -> seat.change(s -> new Seat(new Place("1", "3"), true)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Seat:1,3");
            seats.save(seat.change(s -> new Seat(s.place(), true)));
        }
        assertThat(seats.require(new Place("1", "2")).entity().isTaken()).isTrue();
    }

    @Test
    void aLockUnderAKeyOfItsOwnWritesTheEntityThatWasRead() {
        accounts.save(new Account("a", "Ann", 100));
        LockKey key = LockKey.of("all of Ann's");
        try (LockedAccount account = accounts.lock("a", LockOptions.DEFAULTS.withKey(key))) {
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    void aClosedProofWritesNothing() {
        accounts.save(new Account("a", "Ann", 100));
        LockedAccount account = accounts.lock("a");
        account.close();
        assertThatThrownBy(() -> accounts.save(account))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("Account:a");
    }

    @Test
    void aLockThatIsLostByTheTimeOfTheCommitRollsTheTransactionBack() {
        ManualTicker ticker = new ManualTicker();
        LockService service = LockService.builder(InMemoryLockProvider.create(ticker))
                .ticker(ticker)
                .build();
        AccountRepository repository = new AccountRepository(store, service);
        repository.save(new Account("a", "Ann", 100));
        try (LockedAccount account = repository.lock("a")) {
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        account.deposit(1);
                        repository.save(account);
                        ticker.advance(LockOptions.DEFAULTS.ttl());
                    }))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("Account:a");
        }
        assertThat(repository.require("a").getBalance()).isEqualTo(100);
    }

    @Test
    void aBusyLockIsNullWhenItIsTried() {
        accounts.save(new Account("a", "Ann", 100));
        provider.steal(LockKey.of("Account:a"), LockOptions.DEFAULTS.ttl());
        try (LockedAccount account = accounts.tryLock("a")) {
            assertThat(account).isNull();
        }
    }

    @Test
    void anIdThatCouldNeverBeLockedIsNotStored() {
        assertThatThrownBy(() -> accounts.save(new Account("\uD800", null, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> accounts.save(new Account(null, null, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account.id");
        assertThatThrownBy(() -> accounts.findById(null)).hasMessageContaining("Account is never null");
    }

    /** What a program without the checker can do by raw types. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void saveUnchecked(AbstractRepository repository, LockProof<?> proof) {
        repository.save((Object) proof);
    }

    private static final class Seats extends AbstractRepository<Seat, Place, Found<Seat>, Held<Seat>> {

        Seats(EntityStore store, LockService locks) {
            super(SeatMapping.INSTANCE, store, locks);
        }
    }

    private static final class Samples extends AbstractRepository<Sample, Long, Found<Sample>, Held<Sample>> {

        Samples(EntityStore store, LockService locks) {
            super(SampleMapping.INSTANCE, store, locks);
        }
    }

    /** An entity that claims to be locked. */
    private static final class HandMade extends Account implements LockProof<Account> {

        private final LockGrant lock;

        HandMade(String id, long balance, LockGrant lock) {
            super(id, "nobody", balance);
            this.lock = lock;
        }

        @Override
        public Account entity() {
            return this;
        }

        @Override
        public LockGrant lock() {
            return lock;
        }

        @Override
        public void close() {}
    }
}
