package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.WriteResult;
import org.junit.jupiter.api.Test;

/** Claims and fenced writes. */
interface FenceContract extends StoreTests {

    @Test
    default void aClaimReadsTheRow() {
        insert("a", 100);
        assertThat(claim("a", 33)).isEqualTo(new Claim.Claimed<>(StoreTests.row("a", 100)));
    }

    @Test
    default void theHolderOfTheClaimWritesAgainAndAgain() {
        insert("a", 100);
        claim("a", 33);
        assertThat(update("a", 110, 33)).isEqualTo(WriteResult.WRITTEN);
        assertThat(update("a", 120, 33)).isEqualTo(WriteResult.WRITTEN);
        assertThat(balance("a")).isEqualTo(120);
    }

    @Test
    default void writingWhatIsStoredAlreadyCounts() {
        insert("a", 100);
        claim("a", 33);
        assertThat(update("a", 100, 33)).isEqualTo(WriteResult.WRITTEN);
    }

    @Test
    default void anUpdateIsNotLostWhenTwoBelieveThatTheyHoldTheLock() {
        insert("a", 100);
        long readBy33 = StoreTests.claimedBalance(claim("a", 33));
        long readBy34 = StoreTests.claimedBalance(claim("a", 34)); // 33 has lost its lease and does not know
        assertThat(update("a", readBy33 + 1, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(update("a", readBy34 + 10, 34)).isEqualTo(WriteResult.WRITTEN);
        assertThat(balance("a")).isEqualTo(110);
    }

    @Test
    default void theNextHolderReadsWhatTheOneBeforeWrote() {
        insert("a", 100);
        claim("a", 33);
        update("a", 110, 33);
        assertThat(StoreTests.claimedBalance(claim("a", 34))).isEqualTo(110);
    }

    @Test
    default void aStaleHolderChangesNothingAfterTheNextOneHasWritten() {
        insert("a", 100);
        claim("a", 33);
        claim("a", 34);
        update("a", 110, 34);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(delete("a", 33)).isEqualTo(WriteResult.FENCED);
        assertThat(balance("a")).isEqualTo(110);
    }

    @Test
    default void aTokenThatClaimedNothingWritesNothing() {
        insert("a", 100);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(delete("a", 33)).isEqualTo(WriteResult.FENCED);
        claim("a", 33);
        assertThat(update("a", 101, 34)).isEqualTo(WriteResult.FENCED);
        assertThat(delete("a", 34)).isEqualTo(WriteResult.FENCED);
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    default void aClaimWithAnOldTokenIsSupersededAndChangesNothing() {
        insert("a", 100);
        claim("a", 34);
        assertThat(claim("a", 33)).isEqualTo(new Claim.Superseded<>(34));
        assertThat(update("a", 101, 34)).isEqualTo(WriteResult.WRITTEN);
    }

    @Test
    default void aTokenClaimsOnce() {
        insert("a", 100);
        claim("a", 33);
        assertThat(claim("a", 33)).isEqualTo(new Claim.Superseded<>(33));
    }

    @Test
    default void tokensMayBeOfAnySizeAndLeaveGaps() {
        insert("a", 100);
        assertThat(claim("a", 1)).isInstanceOf(Claim.Claimed.class);
        assertThat(claim("a", 1_764_000_000_000_000L)).isInstanceOf(Claim.Claimed.class);
        assertThat(claim("a", Long.MAX_VALUE)).isInstanceOf(Claim.Claimed.class);
        assertThat(update("a", 101, Long.MAX_VALUE)).isEqualTo(WriteResult.WRITTEN);
        assertThat(claim("a", Long.MAX_VALUE)).isEqualTo(new Claim.Superseded<>(Long.MAX_VALUE));
    }

    @Test
    default void aTokenIsPositiveSoThatNoneEqualsTheFenceOfARowThatNobodyClaimed() {
        insert("a", 100);
        assertThatThrownBy(() -> claim("a", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> update("a", 101, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delete("a", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim("a", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    default void aRowThatIsNotThereIsMissing() {
        assertThat(claim("a", 33)).isEqualTo(new Claim.Missing<>());
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.MISSING);
        assertThat(delete("a", 33)).isEqualTo(WriteResult.MISSING);
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void rowsHaveFencesOfTheirOwn() {
        insert("a", 100);
        insert("b", 200);
        claim("a", 34);
        assertThat(claim("b", 33)).isInstanceOf(Claim.Claimed.class);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(update("b", 201, 34)).isEqualTo(WriteResult.FENCED);
        assertThat(update("b", 202, 33)).isEqualTo(WriteResult.WRITTEN);
        assertThat(balance("a")).isEqualTo(100);
        assertThat(balance("b")).isEqualTo(202);
    }

    @Test
    default void aRefusedInsertChangesNeitherTheRowNorItsFence() {
        insert("a", 100);
        claim("a", 33);
        assertThat(insert("a", 999)).isFalse();
        assertThat(balance("a")).isEqualTo(100);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.WRITTEN);
    }
}
