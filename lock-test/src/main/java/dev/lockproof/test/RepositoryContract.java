package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.DuplicateEntityException;
import dev.lockproof.EntityNotFoundException;
import dev.lockproof.LockKey;
import dev.lockproof.LockLostException;
import dev.lockproof.LockService;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.PersistentAccount;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What a repository makes of the store: entities under locks, with locks that are lost at the worst moment. */
interface RepositoryContract extends StoreTests {

    LockKey KEY_A = LockKey.of("Account:a");

    @Test
    default void aNewEntityIsStoredOnce() {
        AccountRepository accounts = accounts(new EndlessLeases(0));
        PersistentAccount saved = accounts.save(new Account("a", "Ann", 100));
        assertThat(saved).isEqualTo(accounts.require("a"));
        assertThat(saved.getOwner()).isEqualTo("Ann");
        assertThatThrownBy(() -> accounts.save(new Account("a", "Bob", 0)))
                .isInstanceOf(DuplicateEntityException.class)
                .hasMessageContaining("Account:a");
        assertThat(accounts.require("a").getOwner()).isEqualTo("Ann");
    }

    @Test
    default void aLockedEntityWasReadAfterTheLockWasGranted() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = accounts(leases);
        PersistentAccount foundBefore = accounts.save(new Account("a", "Ann", 100));
        inAnotherProcess(leases, 11);
        try (LockedAccount account = locks(leases).acquire(foundBefore)) {
            assertThat(account.getBalance()).isEqualTo(111);
        }
        assertThat(foundBefore.getBalance()).isEqualTo(100);
    }

    @Test
    default void anUpdateIsNotLostWhenALeaseEndsUnnoticed() {
        EndlessLeases leases = new EndlessLeases(32);
        AccountRepository accounts = accounts(leases);
        accounts.save(new Account("a", "Ann", 100));
        try (LockedAccount stale = accounts.lock("a")) {
            stale.deposit(1);
            leases.end(KEY_A);
            inAnotherProcess(leases, 10);
            assertThatThrownBy(() -> accounts.save(stale))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("Account:a");
            assertThat(stale.lock().isHeld()).isFalse();
            assertThatThrownBy(() -> accounts.delete(stale)).isInstanceOf(LockLostException.class);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(110);
    }

    @Test
    default void aHolderWhoseEntityWasDeletedNeverBringsItBack() {
        AccountRepository accounts = accounts(new EndlessLeases(0));
        accounts.save(new Account("a", "Ann", 100));
        try (LockedAccount account = accounts.lock("a")) {
            assertThat(Threads.elsewhere(() -> accounts.deleteById("a"))).isTrue();
            assertThatThrownBy(() -> accounts.save(account))
                    .isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContaining("Account:a");
            Threads.elsewhere(() -> accounts.save(new Account("a", "Bob", 500)));
            assertThatThrownBy(() -> accounts.save(account)).isInstanceOf(LockLostException.class);
        }
        assertThat(accounts.require("a").getOwner()).isEqualTo("Bob");
    }

    @Test
    default void aMissingEntityIsNotLocked() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = accounts(leases);
        assertThatThrownBy(() -> accounts.lock("a").close())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Account:a");
        assertThat(leases.isLocked(KEY_A)).isFalse();
    }

    @Test
    default void tokensThatWentBackwardsAreRaised() {
        AccountRepository before = accounts(new EndlessLeases(1_000));
        before.save(new Account("a", "Ann", 100));
        before.withLock("a", account -> deposit(before, account, 1));
        AccountRepository after = accounts(new EndlessLeases(0)); // the lock backend has lost its data
        long token = after.withLock("a", account -> {
            deposit(after, account, 1);
            return account.lock().token();
        });
        assertThat(token).isGreaterThan(1_001);
        assertThat(after.require("a").getBalance()).isEqualTo(102);
    }

    @Test
    default void aLockIsReleasedAfterTheCommit() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = accounts(leases);
        accounts.save(new Account("a", "Ann", 100));
        store().inTransaction(() -> {
            try (LockedAccount account = accounts.lock("a")) {
                deposit(accounts, account, 1);
            }
            assertThat(leases.isLocked(KEY_A)).isTrue();
        });
        assertThat(leases.isLocked(KEY_A)).isFalse();
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    default void aLockIsReleasedAfterTheRollback() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = accounts(leases);
        accounts.save(new Account("a", "Ann", 100));
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    try (LockedAccount account = accounts.lock("a")) {
                        deposit(accounts, account, 1);
                    }
                    assertThat(leases.isLocked(KEY_A)).isTrue();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(leases.isLocked(KEY_A)).isFalse();
        assertThat(accounts.require("a").getBalance()).isEqualTo(100);
    }

    @Test
    default void aRefusedWriteDoomsTheTransactionEvenIfItIsCaught() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = accounts(leases);
        accounts.save(new Account("a", "Ann", 100));
        try (LockedAccount stale = accounts.lock("a")) {
            leases.end(KEY_A);
            inAnotherProcess(leases, 10);
            assertThatThrownBy(() -> store().inTransaction(() -> {
                        accounts.save(new Account("b", "Bob", 1));
                        assertThatThrownBy(() -> accounts.save(stale)).isInstanceOf(LockLostException.class);
                    }))
                    .isInstanceOf(LockLostException.class);
        }
        assertThat(exists("b")).isFalse();
        assertThat(balance("a")).isEqualTo(110);
    }

    @Test
    default void theNextHolderOfALockSeesWhatATransactionWroteUnderIt() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = accounts(leases);
        accounts.save(new Account("a", "Ann", 100));
        FutureTask<Row> next = store().inTransaction(() -> {
            try (LockedAccount account = accounts.lock("a")) {
                deposit(accounts, account, 1);
            }
            return Threads.start(() -> {
                accounts.withLock("a", account -> deposit(accounts, account, 1));
                return store().find(ACCOUNT, "a").orElseThrow();
            });
        });
        assertThat(StoreTests.balanceOf(Threads.resultOf(next))).isEqualTo(102);
    }

    /** Deposits under the same leases, but without the queue of this process in front of them. */
    private void inAnotherProcess(EndlessLeases leases, long amount) {
        AccountRepository accounts = accounts(leases);
        Threads.elsewhere(() -> accounts.withLock("a", account -> deposit(accounts, account, amount)));
    }

    private AccountRepository accounts(EndlessLeases leases) {
        return new AccountRepository(store(), locks(leases));
    }

    private static LockService locks(EndlessLeases leases) {
        return LockService.of(leases);
    }

    private static PersistentAccount deposit(AccountRepository accounts, LockedAccount account, long amount) {
        account.deposit(amount);
        return accounts.save(account);
    }
}
