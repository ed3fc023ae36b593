package dev.lockproof.postgres;

import static dev.lockproof.testservers.Background.resultOf;
import static dev.lockproof.testservers.Background.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server that follows another one, before and after it takes over. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandbyTest {

    private static final LockKey KEY = new LockKey("Account:held");
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final LockOptions OPTIONS = LockOptions.DEFAULTS.withTtl(TTL).withTimeout(Duration.ofSeconds(20));

    private PostgresServer primary;
    private PostgresServer standby;
    private String database;

    @BeforeAll
    void startServers() {
        primary = PostgresServer.start(PostgresServer.Version.NEW);
        String url = primary.createDatabase();
        database = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        standby = primary.startStandby();
    }

    @AfterAll
    void stopServers() {
        standby.close();
        primary.close();
    }

    @Test
    void aStandbyIsNamedAsOneAndGoesOnWithLeasesAndFencesWhenItIsPromoted() {
        try (HikariDataSource cluster = Servers.pool(urlOfWhicheverIsThePrimary(), 5);
                HikariDataSource follower = Servers.pool(standby.url(database), 5);
                PostgresLockProvider provider = PostgresLockProvider.of(cluster);
                PostgresLockProvider followersProvider = PostgresLockProvider.of(follower);
                AdvisoryLockProvider advisory = AdvisoryLockProvider.of(follower)) {
            JdbcStore store = JdbcStore.of(cluster);
            AccountRepository accounts = accounts(store, provider);
            AccountRepository followers = accounts(JdbcStore.of(follower), followersProvider);
            provider.createMissingTable();
            advisoryTable(cluster);
            store.createMissingTables();
            accounts.save(new Account("a", "Ann", 100));
            Lease lease = acquire(provider);
            LockedAccount stale = resultOf(start(() -> accounts.lock("a")));
            stale.deposit(1);
            accounts.save(stale);
            long fence = fence(cluster);
            awaitCopy(follower, "balance = 101");

            assertThat(followers.require("a").getBalance()).isEqualTo(101);
            assertThatThrownBy(() -> followers.lock("a"))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("Account:a")
                    .hasMessageContaining("targetServerType=primary");
            assertThatThrownBy(() -> advisory.tryAcquire(KEY, OwnerId.random(), TTL))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("targetServerType=primary");
            assertThatThrownBy(() -> followers.save(new Account("b", "Bob", 1)))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("read-only")
                    .hasMessageContaining("connect to the primary server");

            primary.kill();
            Servers.execute(follower, "SELECT pg_promote()");

            assertThat(followersProvider.tryAcquire(KEY, OwnerId.random(), TTL)).isInstanceOf(Attempt.Busy.class);
            Await.until("the pool has connections to the new primary", () -> renews(provider, lease));
            provider.release(lease);
            Await.until(
                    "the release has come through",
                    () -> followersProvider.tryAcquire(KEY, OwnerId.random(), TTL) instanceof Attempt.Granted next
                            && next.lease().token() > lease.token());
            Servers.execute(follower, "UPDATE lockproof_lease SET expires_at = '-infinity'");
            followers.withLock("a", account -> {
                account.deposit(10);
                return followers.save(account);
            });
            assertThat(fence(follower)).isGreaterThan(fence);
            stale.deposit(1_000);
            assertThatThrownBy(() -> accounts.save(stale)).isInstanceOf(LockLostException.class);
            assertThat(accounts.require("a").getBalance()).isEqualTo(111);
            stale.close();
        }
    }

    private String urlOfWhicheverIsThePrimary() {
        String hosts = hostOf(primary) + "," + hostOf(standby);
        return standby.url(database).replace(hostOf(standby), hosts) + "&targetServerType=primary";
    }

    private static String hostOf(PostgresServer server) {
        return server.adminUrl().replaceAll(".*//([^/]*)/.*", "$1");
    }

    private static AccountRepository accounts(JdbcStore store, PostgresLockProvider provider) {
        return new AccountRepository(
                store, LockService.builder(provider).options(OPTIONS).build());
    }

    private static void advisoryTable(DataSource dataSource) {
        try (AdvisoryLockProvider advisory = AdvisoryLockProvider.of(dataSource)) {
            advisory.createMissingTable();
        }
    }

    private static Lease acquire(PostgresLockProvider provider) {
        return ((Attempt.Granted) provider.tryAcquire(KEY, OwnerId.random(), TTL)).lease();
    }

    private static boolean renews(PostgresLockProvider provider, Lease lease) {
        try {
            return provider.renew(lease, TTL);
        } catch (LockBackendException e) {
            return false;
        }
    }

    private static void awaitCopy(DataSource follower, String condition) {
        Await.until(
                "the standby has followed",
                () -> Servers.query(follower, "SELECT to_regclass('account') IS NOT NULL")
                                .equals(List.of("t"))
                        && Servers.query(follower, "SELECT 1 FROM account WHERE " + condition)
                                        .size()
                                == 1);
    }

    private static long fence(DataSource dataSource) {
        return Long.parseLong(Servers.query(dataSource, "SELECT lock_fence FROM account WHERE id = 'a'")
                .get(0));
    }
}
