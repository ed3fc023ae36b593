package dev.lockproof.postgres;

import static dev.lockproof.testservers.Background.resultOf;
import static dev.lockproof.testservers.Background.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.EntityNotFoundException;
import dev.lockproof.LockKey;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.JoinedAttempt;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.test.entities.Seat;
import dev.lockproof.test.entities.SeatMapping;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.Background;
import dev.lockproof.testservers.PostgresServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a lock and its row are in one statement, where leases and rows are reached through one data source. */
@Timeout(60)
abstract class JoinedClaimContract extends JoinedClaimFixture {

    JoinedClaimContract(PostgresServer server) {
        super(server);
    }

    // WHAT IT COSTS

    @Test
    void aLockWithItsRowIsOneStatementAndItsReleaseAnother() {
        for (int i = 0; i < ROUNDS; i++) {
            try (LockedAccount account = accounts.lock("a")) {
                assertThat(account.getBalance()).isEqualTo(100);
            }
            Await.until("the release is sent", () -> provider.size() == 0);
        }
        assertThat(acquisitionsWithRow()).isEqualTo(ROUNDS);
        assertThat(calls("WITH released AS%")).isEqualTo(ROUNDS);
        assertThat(otherStatements()).as("nothing else, such as BEGIN or SET").isEmpty();
    }

    @Test
    void theFirstLockOfAnEntityIsTakenByTwoStatementsAfterALookAtTheTable() {
        AccountRepository fresh = new AccountRepository(JdbcStore.of(pool), locks);
        fresh.lock("a").close();
        assertTwoSteps();
        fresh.lock("a").close();
        assertThat(acquisitionsWithRow()).isEqualTo(1);
    }

    @Test
    void whatWasFoundIsLockedInOneStatement() {
        try (LockedAccount account = locks.acquire(accounts.require("a"))) {
            assertThat(account.getBalance()).isEqualTo(100);
        }
        assertOneStep();
    }

    @Test
    void anAttemptIsOneStatementToo() {
        try (LockedAccount account = Objects.requireNonNull(accounts.tryLock("a"))) {
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
        assertOneStep();
    }

    @Test
    void aLockUnderAKeyOfTheProgramIsOneStatementToo() {
        LockKey key = new LockKey("everything");
        try (LockedAccount account = accounts.lock("a", LockOptions.DEFAULTS.withKey(key))) {
            account.deposit(1);
            accounts.save(account);
            assertThat(holderOf("everything")).isNotNull();
            assertThat(fence()).isEqualTo(account.lock().token());
        }
        assertOneStep();
    }

    @Test
    void whoWaitsGetsTheRowWithTheLock() {
        try (PostgresLockProvider otherProcess = PostgresLockProvider.of(pool);
                LockService otherLocks = LockService.of(otherProcess)) {
            AccountRepository others = new AccountRepository(store, otherLocks);
            FutureTask<Long> waiting;
            try (LockedAccount account = others.lock("a")) {
                waiting = start(this::balanceUnderLock);
                Await.until("it waits", () -> waiters() == 1);
                account.deposit(11);
                others.save(account);
            }
            assertThat(resultOf(waiting)).isEqualTo(111);
        }
        assertThat(storesClaims()).isZero();
    }

    // WHAT IS READ

    /** The statement is older than the write: its snapshot has the balance of before. */
    @Test
    void theRowIsReadAfterTheLeaseWasGranted() throws Exception {
        accounts.lock("a").close();
        Await.until("the release is sent", () -> provider.size() == 0);
        forgetStatements();
        FutureTask<Long> later;
        try (Connection blocker = blocker("UPDATE lockproof_lease SET acquired_at = acquired_at")) {
            later = start(this::balanceUnderLock);
            Await.until("the statement waits for the lease", () -> waitingStatements() == 1);
            Servers.execute(pool, "UPDATE account SET balance = 111, lock_fence = lock_fence + 1");
            blocker.commit();
        }
        assertThat(resultOf(later)).isEqualTo(111);
        assertThat(acquisitionsWithRow()).isEqualTo(1);
        assertThat(storesClaims())
                .as("the newest version was claimed in the statement")
                .isZero();
    }

    @Test
    void aRowThatIsReplacedWhileTheStatementWaitsIsClaimedAfterwards() throws Exception {
        accounts.lock("a").close();
        Await.until("the release is sent", () -> provider.size() == 0);
        FutureTask<Long> later;
        try (Connection blocker = blocker("UPDATE lockproof_lease SET acquired_at = acquired_at")) {
            later = start(this::balanceUnderLock);
            Await.until("the statement waits for the lease", () -> waitingStatements() == 1);
            accounts.deleteById("a");
            accounts.save(new Account("a", "Bob", 500));
            blocker.commit();
        }
        assertThat(resultOf(later)).isEqualTo(500);
    }

    @Test
    void theRowIsClaimedUnderTheTokenOfTheLease() {
        try (LockedAccount account = accounts.lock("a")) {
            assertThat(fence()).isEqualTo(account.lock().token());
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
        assertOneStep();
    }

    @Test
    void everyKindOfValueIsRead() {
        Sample sample = new Sample(
                7,
                Map.of(
                        SampleMapping.STRING,
                        "text",
                        SampleMapping.BOOLEAN,
                        true,
                        SampleMapping.CHARACTER,
                        'x',
                        SampleMapping.DECIMAL,
                        new BigDecimal("1.50"),
                        SampleMapping.BYTES,
                        new byte[] {1, 2},
                        SampleMapping.INSTANT,
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        SampleMapping.LOCAL_DATE,
                        LocalDate.of(2026, 3, 1),
                        SampleMapping.COLOR,
                        Sample.Color.GREEN));
        Row stored = SampleMapping.INSTANCE.row(sample);
        prepare(SampleMapping.INSTANCE);
        store.insert(SampleMapping.INSTANCE, stored);
        assertThat(joined(SampleMapping.INSTANCE, 7L, OwnerId.random()).row()).isEqualTo(stored);
    }

    @Test
    void anIdOfSeveralColumnsIsFound() {
        Seat.Place place = new Seat.Place("hall's", "row \"7\"");
        Row stored = SeatMapping.INSTANCE.row(new Seat(place, true));
        prepare(SeatMapping.INSTANCE);
        store.insert(SeatMapping.INSTANCE, stored);
        store.insert(SeatMapping.INSTANCE, SeatMapping.INSTANCE.row(new Seat(new Seat.Place("hall's", "8"), false)));
        assertThat(joined(SeatMapping.INSTANCE, place, OwnerId.random()).row()).isEqualTo(stored);
    }

    @Test
    void noUpdateIsLost() throws Exception {
        try (PostgresLockProvider otherProcess = PostgresLockProvider.of(pool);
                LockService otherLocks = LockService.of(otherProcess)) {
            AccountRepository others = new AccountRepository(store, otherLocks);
            List<FutureTask<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                AccountRepository mine = i % 2 == 0 ? accounts : others;
                tasks.add(start(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        try (LockedAccount account = mine.lock("a", PATIENT)) {
                            account.deposit(1);
                            mine.save(account);
                        }
                    }
                    return ROUNDS;
                }));
            }
            int sum = tasks.stream().mapToInt(Background::resultOf).sum();
            assertThat(accounts.require("a").getBalance()).isEqualTo(100 + sum);
        }
    }

    // WHAT IS NOT CLAIMED

    @Test
    void aMissingRowLeavesTheLockFree() {
        assertThatThrownBy(() -> accounts.lock("gone").close())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Account:gone");
        Await.until("the lock is free", () -> holderOf("Account:gone") == null);
        assertThat(acquisitionsWithRow()).isEqualTo(1);
    }

    @Test
    void aTokenThatTheRowHasSeenIsRaised() {
        long ahead = 4_000_000_000_000_000_000L;
        Servers.execute(pool, "UPDATE account SET lock_fence = " + ahead);
        try (LockedAccount account = accounts.lock("a")) {
            assertThat(account.lock().token()).isGreaterThan(ahead);
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    void aBusyLeaseLeavesTheRowAlone() {
        long before;
        try (LockedAccount held = accounts.lock("a");
                PostgresLockProvider otherProcess = PostgresLockProvider.of(pool)) {
            before = held.lock().token();
            JoinedAttempt attempt = Objects.requireNonNull(
                    otherProcess.tryAcquireAndClaim(held.lockKey(), OwnerId.random(), TTL, claimOfA()));
            assertThat(attempt.row()).isNull();
            assertThat(attempt.attempt())
                    .isInstanceOfSatisfying(
                            Attempt.Busy.class,
                            busy -> assertThat(busy.holder()).isNotNull());
        }
        assertThat(fence()).isEqualTo(before);
    }

    @Test
    void anOwnerThatAsksAgainGetsItsTokenAndNoRow() {
        OwnerId owner = OwnerId.random();
        JoinedAttempt first = provider.tryAcquireAndClaim(new LockKey("Account:a"), owner, TTL, claimOfA());
        JoinedAttempt again = provider.tryAcquireAndClaim(new LockKey("Account:a"), owner, TTL, claimOfA());
        assertThat(Objects.requireNonNull(first).row()).isNotNull();
        assertThat(again).isEqualTo(new JoinedAttempt(first.attempt(), null));
    }

    /** The lease is there for all to see meanwhile, as it is when the store claims. */
    @Test
    void aTransactionThatHasTheRowKeepsNobodyFromAskingForTheLease() throws Exception {
        FutureTask<Long> holder;
        try (Connection blocker = blocker("UPDATE account SET balance = 111");
                PostgresLockProvider otherProcess = PostgresLockProvider.of(pool);
                LockService otherLocks = LockService.of(otherProcess)) {
            holder = start(this::balanceUnderLock);
            Await.until("the claim waits for the row", () -> waitingStatements() == 1);
            assertThat(acquisitionsUnderWay()).isZero();
            assertThat(new AccountRepository(store, otherLocks).tryLock("a")).isNull();
            assertThat(holderOf("Account:a")).isNotNull();
            blocker.commit();
        }
        assertThat(resultOf(holder)).isEqualTo(111);
    }

    /** The statement is given up in time, so that it isn't carried out when nobody knows of it any more. */
    @Test
    void aTableThatIsChangedForLongerIsWaitedForByTheClaimAlone() throws Exception {
        try (PostgresLockProvider hasty = PostgresLockProvider.builder(pool)
                        .timeout(Duration.ofSeconds(6))
                        .build();
                LockService hastyLocks = LockService.of(hasty)) {
            AccountRepository hastyAccounts = new AccountRepository(store, hastyLocks);
            FutureTask<Long> holder;
            try (Connection blocker = blocker("LOCK TABLE account IN ACCESS EXCLUSIVE MODE")) {
                holder = start(() -> balanceUnderLock(hastyAccounts));
                Await.until("the lease is there", () -> holderOf("Account:a") != null);
                Await.until("the claim waits for the table", () -> waitingStatements() == 1);
                assertThat(acquisitionsUnderWay()).isZero();
                blocker.commit();
            }
            assertThat(resultOf(holder)).isEqualTo(100);
        }
    }
}
