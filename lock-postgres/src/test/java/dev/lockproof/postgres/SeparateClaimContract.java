package dev.lockproof.postgres;

import static dev.lockproof.testservers.Background.resultOf;
import static dev.lockproof.testservers.Background.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.ConnectionSource;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the store claims the row by a statement of its own, and what is told when either fails. */
@Timeout(60)
abstract class SeparateClaimContract extends JoinedClaimFixture {

    SeparateClaimContract(PostgresServer server) {
        super(server);
    }

    // WHO CLAIMS BY TWO STATEMENTS

    @Test
    void insideATransactionTheStoreClaims() {
        store.inTransaction(() -> {
            try (LockedAccount account = accounts.lock("a")) {
                account.deposit(1);
                accounts.save(account);
            }
        });
        assertTwoSteps();
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    void onAnotherDataSourceTheStoreClaims() {
        try (HikariDataSource other = Servers.pool(pool.getJdbcUrl(), 2)) {
            assertTwoSteps(JdbcStore.of(other));
        }
    }

    @Test
    void onConnectionsOfTheProgramTheStoreClaims() {
        ConnectionSource own = pool::getConnection;
        assertTwoSteps(JdbcStore.builder(own).build());
    }

    @Test
    void onAnotherDatabaseTheStoreClaims() {
        try (HikariDataSource h2 = Servers.pool("jdbc:h2:mem:" + OwnerId.random() + ";DB_CLOSE_DELAY=-1", 2)) {
            JdbcStore other = JdbcStore.of(h2);
            AccountRepository elsewhere = new AccountRepository(other, locks);
            other.createMissingTables();
            elsewhere.save(new Account("a", "Eve", 1));
            for (int i = 0; i < 2; i++) {
                assertThat(balanceUnderLock(elsewhere)).isEqualTo(1);
            }
        }
        assertThat(acquisitions()).isEqualTo(2);
        assertThat(acquisitionsWithRow()).isZero();
    }

    @Test
    void severalLocksAreClaimedWhenAllAreHeld() {
        accounts.save(new Account("b", "Bob", 1));
        var both = locks.acquireBoth(accounts.require("a"), accounts.require("b"));
        assertThat(both.first().getBalance() + both.second().getBalance()).isEqualTo(101);
        both.close();
        assertThat(acquisitionsWithRow()).isZero();
        assertThat(storesClaims()).isEqualTo(2);
    }

    // WHAT FAILS

    @Test
    void aColumnThatIsMissingIsToldByTheStoreAndLeavesTheLockFree() {
        Servers.execute(pool, "ALTER TABLE account RENAME COLUMN owner TO was_owner");
        assertThatThrownBy(() -> accounts.lock("a").close())
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("alter table \"account\" add column \"owner\"")
                .hasMessageNotContaining("lockproof_lease");
        Await.until("the lock is free", () -> holderOf("Account:a") == null);
        Servers.execute(pool, "ALTER TABLE account RENAME COLUMN was_owner TO owner");
        accounts.lock("a").close();
        forgetStatements();
        accounts.lock("a").close();
        assertOneStep();
    }

    @Test
    void aMissingLeaseTableIsToldWithTheStatementThatCreatesIt() {
        Servers.execute(pool, "DROP TABLE lockproof_lease");
        assertThatThrownBy(() -> accounts.lock("a").close())
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("CREATE TABLE IF NOT EXISTS \"lockproof_lease\"");
    }

    @Test
    void aRightThatIsMissingOnTheEntitysTableIsToldByTheStore() {
        String role = "clerk" + OwnerId.random();
        Servers.execute(pool, "CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
        Servers.execute(pool, "GRANT SELECT, INSERT, UPDATE, DELETE ON lockproof_lease TO " + role);
        Servers.execute(pool, "GRANT SELECT ON account TO " + role);
        DataSource clerks = PostgresServer.dataSource(pool.getJdbcUrl()
                .replaceAll("user=[^&]*", "user=" + role)
                .replaceAll("password=[^&]*", "password=" + role));
        try (PostgresLockProvider clerksProvider = PostgresLockProvider.of(clerks);
                LockService clerksLocks = LockService.of(clerksProvider)) {
            JdbcStore clerksStore = JdbcStore.of(clerks);
            AccountRepository clerksAccounts = new AccountRepository(clerksStore, clerksLocks);
            clerksStore.checkTables();
            assertThatThrownBy(() -> clerksAccounts.lock("a").close())
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("grant select, insert, update and delete on the table account");
            Await.until("the lock is free", () -> holderOf("Account:a") == null);
        }
    }

    @Test
    void anIdThatTheDatabaseCannotKeepIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> accounts.lock("a\0b").close())
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("NUL");
        assertThat(acquisitions()).isZero();
    }

    @Test
    void aValueThatIsNoneOfItsTypeLeavesTheLockFree() {
        prepare(SampleMapping.INSTANCE);
        store.insert(SampleMapping.INSTANCE, SampleMapping.INSTANCE.row(new Sample(7, Map.of())));
        Servers.execute(pool, "ALTER TABLE sample ALTER COLUMN a_character TYPE text");
        Servers.execute(pool, "UPDATE sample SET a_character = 'two'");
        Samples samples = new Samples(store, locks);
        assertThatThrownBy(() -> samples.lock(7L).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a_character");
        Await.until("the lock is free", () -> holderOf("Sample:7") == null);
    }

    /** The statement was carried out, but nobody heard of it: the lease is the owner's, and the row has seen its token. */
    @Test
    void anAnswerThatIsLostIsNoLostLock() {
        AtomicBoolean isLost = new AtomicBoolean();
        DataSource lossy = Servers.losingAnswers(pool, "lockproof_updated", isLost);
        try (PostgresLockProvider lossyProvider = PostgresLockProvider.of(lossy);
                LockService lossyLocks = LockService.of(lossyProvider)) {
            JdbcStore lossyStore = JdbcStore.of(lossy);
            AccountRepository lossyAccounts = new AccountRepository(lossyStore, lossyLocks);
            lossyStore.checkTables();
            isLost.set(true);
            try (LockedAccount account = lossyAccounts.lock("a")) {
                assertThat(isLost).as("an answer was lost").isFalse();
                account.deposit(1);
                lossyAccounts.save(account);
                assertThat(fence()).isEqualTo(account.lock().token());
            }
            assertThat(accounts.require("a").getBalance()).isEqualTo(101);
        }
    }

    /** The statement that waited for the lease is refused by the server, as it has read what is not true any more, and repeated. */
    @Test
    void aPoolWithoutAutocommitAndWithAnotherIsolationWorksToo() throws Exception {
        try (HikariDataSource strict = Servers.strictPool(pool.getJdbcUrl());
                PostgresLockProvider strictProvider = PostgresLockProvider.of(strict);
                LockService strictLocks = LockService.of(strictProvider)) {
            AccountRepository strictAccounts = new AccountRepository(JdbcStore.of(strict), strictLocks);
            for (int i = 1; i <= ROUNDS; i++) {
                try (LockedAccount account = strictAccounts.lock("a")) {
                    account.deposit(1);
                    assertThat(strictAccounts.save(account).getBalance()).isEqualTo(100 + i);
                }
            }
            Await.until("the releases are sent", () -> strictProvider.size() == 0);
            forgetStatements();
            FutureTask<Long> later;
            try (Connection blocker = blocker("UPDATE lockproof_lease SET acquired_at = acquired_at")) {
                later = start(() -> balanceUnderLock(strictAccounts));
                Await.until("the statement waits for the lease", () -> waitingStatements() == 1);
                Servers.execute(pool, "UPDATE account SET balance = 111");
                blocker.commit();
            }
            assertThat(resultOf(later)).isEqualTo(111);
        }
        assertOneStep();
    }
}
