package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static dev.lockproof.jdbc.Accounts.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.testservers.PostgresServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that leave a row as it is without a word. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SilentUpdateTest {

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES"})
    void aTriggerThatDropsTheClaimIsSuspected(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            insert(store, "a", 100);
            database.execute(
                    "create function drop_it() returns trigger language plpgsql as $$ begin return null; end $$");
            database.execute(
                    "create trigger no_update before update on account for each row execute function drop_it()");
            assertIsSuspected(() -> store.claim(ACCOUNT, "a", 33));
            assertIsSuspected(() -> store.inTransaction(() -> store.claim(ACCOUNT, "a", 33)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aTriggerThatPutsTheFenceBackIsSuspected(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            insert(store, "a", 100);
            database.execute("create trigger old_fence before update on account for each row "
                    + "set new.lock_fence = old.lock_fence");
            assertIsSuspected(() -> store.claim(ACCOUNT, "a", 33));
        }
    }

    @Test
    void aPolicyThatHidesARowFromUpdatesIsSuspected() {
        String role = "lp" + System.nanoTime();
        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRES)) {
            insert(database.emptyStore(List.of(ACCOUNT)), "a", 100);
            PostgresServer.shared().execute("create role " + role + " login password 'x'");
            database.execute("grant select, insert, update, delete on account to " + role);
            database.execute("alter table account enable row level security");
            database.execute("create policy seen on account for select using (true)");
            database.execute("create policy changed on account for update using (owner = current_user)");
            JdbcStore store = JdbcStore.of(PostgresServer.dataSource(
                    database.url().replaceAll("user=[^&]*&password=[^&]*", "user=" + role + "&password=x")));
            assertThat(store.find(ACCOUNT, "a")).isPresent();
            assertIsSuspected(() -> store.claim(ACCOUNT, "a", 33));
        }
    }

    private static void assertIsSuspected(ThrowingCallable claim) {
        assertThatThrownBy(claim)
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("Claiming Account:a failed")
                .hasMessageContaining("trigger")
                .hasMessageContaining("policy");
    }
}
