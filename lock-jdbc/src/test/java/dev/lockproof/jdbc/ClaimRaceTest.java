package dev.lockproof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others do between the two statements of one claim. */
class ClaimRaceTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aClaimThatIsOvertakenBeforeItReadsIsSuperseded(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore others = database.emptyStore(List.of(ACCOUNT));
            others.insert(ACCOUNT, row(100));
            JdbcStore store = withInterruption(database, () -> {
                others.claim(ACCOUNT, "a", 34);
                others.update(ACCOUNT, row(110), 34);
            });
            assertThat(store.claim(ACCOUNT, "a", 33)).isEqualTo(new Claim.Superseded<Row>(34));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsInsertedBetweenTheTwoLooksIsClaimed(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore others = database.emptyStore(List.of(ACCOUNT));
            JdbcStore store = withInterruption(database, () -> others.insert(ACCOUNT, row(100)));
            assertThat(store.claim(ACCOUNT, "a", 33)).isEqualTo(new Claim.Claimed<>(row(100)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsReplacedBetweenTheTwoLooksIsClaimed(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore others = database.emptyStore(List.of(ACCOUNT));
            others.insert(ACCOUNT, row(100));
            others.claim(ACCOUNT, "a", 40);
            JdbcStore store = withInterruption(database, () -> {
                others.deleteById(ACCOUNT, "a");
                others.insert(ACCOUNT, row(500));
            });
            assertThat(store.claim(ACCOUNT, "a", 33)).isEqualTo(new Claim.Claimed<>(row(500)));
            assertThat(others.find(ACCOUNT, "a").orElseThrow().get(AccountFields.BALANCE))
                    .isEqualTo(500);
        }
    }

    /** Makes a store in which something else happens once, after its first claim and before the statement after it. */
    private static JdbcStore withInterruption(TestDatabase database, Runnable interruption) {
        AtomicInteger claims = new AtomicInteger();
        AtomicBoolean hasHappened = new AtomicBoolean();
        return JdbcStore.builder(() -> watched(database.pool().getConnection(), sql -> {
                    if (sql.contains("update ")) {
                        claims.incrementAndGet();
                    } else if (claims.get() == 1 && !hasHappened.getAndSet(true)) {
                        interruption.run();
                    }
                }))
                .build();
    }

    private static Connection watched(Connection connection, Consumer<String> watcher) {
        return (Connection) Proxy.newProxyInstance(
                ClaimRaceTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        watcher.accept(arguments[0].toString());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Row row(long balance) {
        return ACCOUNT.row(new Account("a", null, balance));
    }
}
