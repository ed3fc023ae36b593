package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockLostException;
import dev.lockproof.LockService;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** A fence that is checked without a write, and stays as it is until the transaction is over. */
interface VerifyContract extends StoreTests {

    @Test
    default void theHolderIsVerified() {
        insert("a", 100);
        claim("a", 33);
        store().inTransaction(() -> {
            assertThat(verify("a", 33)).isEqualTo(WriteResult.WRITTEN);
            assertThat(update("a", 101, 33)).isEqualTo(WriteResult.WRITTEN);
            assertThat(verify("a", 33)).isEqualTo(WriteResult.WRITTEN);
        });
        assertThat(balance("a")).isEqualTo(101);
    }

    @Test
    default void nobodyElseIsVerified() {
        insert("a", 100);
        store().inTransaction(() -> {
            assertThat(verify("a", 33)).isEqualTo(WriteResult.FENCED);
            assertThat(verify("none", 33)).isEqualTo(WriteResult.MISSING);
        });
        claim("a", 33);
        claim("a", 34);
        store().inTransaction(() -> {
            assertThat(verify("a", 33)).isEqualTo(WriteResult.FENCED);
            assertThat(verify("a", 34)).isEqualTo(WriteResult.WRITTEN);
        });
        assertThatThrownBy(() -> verify("a", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void theNextClaimWaitsUntilTheTransactionOfAVerifiedHolderIsOver() {
        insert("a", 100);
        insert("child", 0);
        claim("a", 33);
        claim("child", 1);
        FutureTask<Long> next = store().inTransaction(() -> {
            assertThat(verify("a", 33)).isEqualTo(WriteResult.WRITTEN);
            FutureTask<Long> claimer = Threads.start(() -> {
                Claim<Row> claim = claim("a", 34);
                assertThat(claim).isInstanceOf(Claim.Claimed.class);
                return balance("child");
            });
            assertThat(Threads.isStuckForAMoment(claimer)).isTrue();
            update("child", 7, 1);
            return claimer;
        });
        assertThat(Threads.resultOf(next))
                .as("what belongs to the row, read under the next lock")
                .isEqualTo(7);
    }

    @Test
    default void aDeletionWaitsUntilTheTransactionOfAVerifiedHolderIsOver() {
        insert("a", 100);
        claim("a", 33);
        FutureTask<Boolean> next = store().inTransaction(() -> {
            verify("a", 33);
            FutureTask<Boolean> deletion = Threads.start(() -> store().deleteById(ACCOUNT, "a"));
            assertThat(Threads.isStuckForAMoment(deletion)).isTrue();
            return deletion;
        });
        assertThat(Threads.resultOf(next)).isTrue();
    }

    @Test
    default void aRepositoryVerifiesInsideATransactionOnly() {
        EndlessLeases leases = new EndlessLeases(0);
        AccountRepository accounts = new AccountRepository(store(), LockService.of(leases));
        accounts.save(new Account("a", "Ann", 100));
        try (LockedAccount account = accounts.lock("a")) {
            assertThatThrownBy(() -> accounts.verify(account))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inTransaction");
            store().inTransaction(() -> accounts.verify(account));
            assertThat(Threads.elsewhere(() -> claim("a", 1_000))).isInstanceOf(Claim.Claimed.class);
            assertThatThrownBy(() -> store().inTransaction(() -> accounts.verify(account)))
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("Account:a");
        }
    }

    private WriteResult verify(String id, long token) {
        return store().verify(ACCOUNT, id, token);
    }
}
