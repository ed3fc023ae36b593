package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.WriteResult;
import org.junit.jupiter.api.Test;

/** Deleted rows stay deleted, and an old holder has no power over a row that was stored anew. */
interface ResurrectionContract extends StoreTests {

    @Test
    default void theHolderDeletesTheRow() {
        insert("a", 100);
        claim("a", 33);
        assertThat(delete("a", 33)).isEqualTo(WriteResult.WRITTEN);
        assertThat(exists("a")).isFalse();
        assertThat(delete("a", 33)).isEqualTo(WriteResult.MISSING);
    }

    @Test
    default void aWriteDoesNotBringBackARowThatItsHolderDeleted() {
        insert("a", 100);
        claim("a", 33);
        delete("a", 33);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.MISSING);
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void aRowIsDeletedByIdWhoeverHasClaimedIt() {
        insert("a", 100);
        claim("a", 33);
        assertThat(store().deleteById(ACCOUNT, "a")).isTrue();
        assertThat(store().deleteById(ACCOUNT, "a")).isFalse();
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.MISSING);
        assertThat(claim("a", 34)).isEqualTo(new Claim.Missing<>());
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void anOldHolderHasNoPowerOverARowThatWasStoredAnew() {
        insert("a", 100);
        claim("a", 33);
        store().deleteById(ACCOUNT, "a");
        assertThat(insert("a", 500)).isTrue();
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(delete("a", 33)).isEqualTo(WriteResult.FENCED);
        assertThat(balance("a")).isEqualTo(500);
    }

    @Test
    default void anOldHolderHasNoPowerOverARowThatWasStoredAnewAndClaimed() {
        insert("a", 100);
        claim("a", 33);
        store().deleteById(ACCOUNT, "a");
        insert("a", 500);
        assertThat(claim("a", 34)).isInstanceOf(Claim.Claimed.class);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(delete("a", 33)).isEqualTo(WriteResult.FENCED);
        assertThat(update("a", 501, 34)).isEqualTo(WriteResult.WRITTEN);
        assertThat(balance("a")).isEqualTo(501);
    }

    @Test
    default void anOldHolderHasNoPowerOverARowThatWasStoredAnewInOneTransaction() {
        insert("a", 100);
        claim("a", 33);
        store().inTransaction(() -> {
            assertThat(delete("a", 33)).isEqualTo(WriteResult.WRITTEN);
            assertThat(update("a", 101, 33)).isEqualTo(WriteResult.MISSING);
            assertThat(insert("a", 500)).isTrue();
            assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        });
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(balance("a")).isEqualTo(500);
    }

    @Test
    default void aNewRowIsClaimedByAnyToken() {
        insert("a", 100);
        claim("a", 33);
        delete("a", 33);
        insert("a", 500);
        assertThat(claim("a", 1)).isInstanceOf(Claim.Claimed.class);
    }
}
