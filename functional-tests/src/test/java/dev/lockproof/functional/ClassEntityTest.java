package dev.lockproof.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.DuplicateEntityException;
import dev.lockproof.LockLostException;
import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AcquiresLock
class ClassEntityTest {

    private final AccountRepository accounts = AccountRepository.inMemory();

    @BeforeEach
    void saveAnAccount() {
        accounts.save(new Account("founder", "42", "ada", 100, false, 7));
    }

    @Test
    void aStoredEntityIsReadThroughItsView() {
        PersistentAccount account = accounts.require("42");

        assertThat(account.getId()).isEqualTo("42");
        assertThat(account.owner()).isEqualTo("ada");
        assertThat(account.getBalance()).isEqualTo(100);
        assertThat(account.isClosed()).isFalse();
        assertThat(account.branch()).isEqualTo(7);
        assertThat(account.getChangedBy()).isEqualTo("founder");
        assertThat(account.lockKey()).hasToString("Account:42");
    }

    @Test
    void aChangeUnderTheLockIsStored() {
        try (LockedAccount account = accounts.lock("42")) {
            account.deposit(50, "bob");
            account.terminate("eve");
            accounts.save(account);
        }

        PersistentAccount stored = accounts.require("42");
        assertThat(stored.getBalance()).isEqualTo(150);
        assertThat(stored.isClosed()).isTrue();
        assertThat(stored.getChangedBy()).isEqualTo("eve");
    }

    @Test
    void theProofIsTheEntityAndReadsLikeIt() {
        try (LockedAccount account = accounts.lock("42")) {
            assertThat(account.entity()).isSameAs(account);
            assertThat(account.branch()).isEqualTo(7);
            assertThat(account.isClosed()).isFalse();
            assertThat(account.lock().isHeld()).isTrue();
            assertThat(account.lockKey()).isEqualTo(account.lock().key());
        }
    }

    @Test
    void equalityStaysTheEntitysOwn() {
        Account copy = accounts.require("42").entity();

        try (LockedAccount account = accounts.lock("42")) {
            assertThat(copy).isEqualTo(account).hasSameHashCodeAs(account);
        }
    }

    @Test
    void aDetachedCopyChangesNothing() {
        accounts.require("42").entity().deposit(1, "nobody");

        assertThat(accounts.require("42").getBalance()).isEqualTo(100);
    }

    @Test
    void aProofIsOfNoUseAfterItsEnd() {
        Account[] kept = new Account[1];
        accounts.withLock("42", account -> {
            kept[0] = account;
            return account.getId();
        });

        assertThatThrownBy(() -> accounts.save(kept[0])).isInstanceOf(LockLostException.class);
    }

    @Test
    void aNewEntityIsStoredOnce() {
        assertThatThrownBy(() -> accounts.save(new Account("x", "42", "x", 0, false, 0)))
                .isInstanceOf(DuplicateEntityException.class);
    }

    @Test
    void fieldsFindEntitiesAlsoByInheritedProperties() {
        accounts.save(new Account("founder", "43", "bob", 10, true, 7));

        assertThat(accounts.find(Query.where(AccountFields.BALANCE
                        .lessThan(50L)
                        .and(AccountFields.CHANGED_BY.startsWith("found"))
                        .and(AccountFields.CLOSED.equalTo(true)))))
                .singleElement()
                .satisfies(account -> assertThat(account.getId()).isEqualTo("43"));
    }
}
