package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who holds a lease, and until when. */
interface LeaseContract extends ProviderTests {

    @Test
    default void aFreeKeyIsGrantedToItsOwner() {
        LockKey key = newKey();
        OwnerId owner = OwnerId.random();
        Lease lease = ProviderTests.granted(attempt(provider(), key, owner));
        assertThat(lease.key()).isEqualTo(key);
        assertThat(lease.owner()).isEqualTo(owner);
        assertThat(lease.token()).isPositive();
    }

    @Test
    default void aLeaseKeepsOthersOutInEveryProcess() {
        LockKey key = newKey();
        acquire(provider(), key);
        Attempt.Busy here = ProviderTests.busy(attempt(provider(), key, OwnerId.random()));
        Attempt.Busy there = ProviderTests.busy(attempt(otherProvider(), key, OwnerId.random()));
        assertThat(here.retryAfter()).isBetween(Duration.ZERO, TTL);
        assertThat(there.retryAfter()).isBetween(Duration.ZERO, TTL);
    }

    @Test
    default void keysDoNotDependOnEachOther() {
        acquire(provider(), newKey());
        acquire(provider(), newKey());
    }

    @Test
    default void anOwnerThatAsksAgainGetsTheSameToken() {
        LockKey key = newKey();
        OwnerId owner = OwnerId.random();
        Lease first = ProviderTests.granted(attempt(provider(), key, owner));
        assertThat(ProviderTests.granted(attempt(provider(), key, owner))).isEqualTo(first);
    }

    @Test
    default void aLeaseLastsItsTime() {
        LockKey key = newKey();
        ProviderTests.granted(provider().tryAcquire(key, OwnerId.random(), TTL.multipliedBy(2)));
        advance(TTL);
        assertThat(isFree(otherProvider(), key)).isFalse();
    }

    @Test
    default void aLeaseEndsByItself() {
        LockKey key = newKey();
        Lease old = acquire(provider(), key);
        advance(PAST_TTL);
        Lease taken = acquire(otherProvider(), key);
        assertThat(taken.token()).isGreaterThan(old.token());
    }

    @Test
    default void aLeaseThatWasTakenOverIsNeverGivenBack() {
        LockKey key = newKey();
        Lease old = acquire(provider(), key);
        advance(PAST_TTL);
        Lease taken = acquire(otherProvider(), key);
        assertThat(provider().renew(old, TTL)).as("a stale renewal").isFalse();
        provider().release(old);
        assertThat(otherProvider().renew(taken, TTL))
                .as("a renewal after a stale release")
                .isTrue();
        ProviderTests.busy(attempt(provider(), key, old.owner()));
        ProviderTests.busy(provider().advance(old, taken.token() + 10));
        assertThat(otherProvider().renew(taken, TTL))
                .as("a renewal after a stale advance")
                .isTrue();
    }

    @Test
    default void aLeaseIsReleasedAtOnce() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().release(lease);
        acquire(provider(), key);
    }

    @Test
    default void aReleaseIsSeenByOthers() {
        LockKey key = newKey();
        provider().release(acquire(provider(), key));
        Eventually.until("the other process sees the release", () -> isFree(otherProvider(), key));
    }

    @Test
    default void aRepeatedReleaseDoesNothing() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().release(lease);
        provider().release(lease);
        Lease next = acquire(provider(), key);
        provider().release(lease);
        assertThat(provider().renew(next, TTL)).isTrue();
    }

    /** An acquisition whose answer was lost does not know its token. */
    @Test
    default void aReleaseGoesByTheOwnerAndNotByTheToken() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().release(new Lease(key, lease.owner(), 0));
        acquire(provider(), key);
    }

    @Test
    default void aReleaseByAnotherOwnerDoesNothing() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().release(new Lease(key, OwnerId.random(), lease.token()));
        assertThat(isFree(provider(), key)).isFalse();
    }

    @Test
    default void aRenewalLetsALeaseLastLonger() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        assertThat(provider().renew(lease, TTL.multipliedBy(2))).isTrue();
        advance(PAST_TTL);
        assertThat(isFree(otherProvider(), key)).isFalse();
    }

    /** The time counts from the renewal, and is not added to what was left. */
    @Test
    default void aRenewedLeaseEndsByItself() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        assertThat(provider().renew(lease, TTL)).isTrue();
        advance(PAST_TTL);
        assertThat(isFree(otherProvider(), key)).isTrue();
    }

    @Test
    default void aRenewalNeverBringsALeaseBack() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        advance(PAST_TTL);
        assertThat(provider().renew(lease, TTL)).isFalse();
        assertThat(isFree(otherProvider(), key)).isTrue();
    }

    @Test
    default void aReleasedLeaseIsNotRenewed() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().release(lease);
        assertThat(provider().renew(lease, TTL)).isFalse();
        assertThat(isFree(provider(), key)).isTrue();
    }

    @Test
    default void aRenewalByAnotherOwnerDoesNothing() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        assertThat(provider().renew(new Lease(key, OwnerId.random(), lease.token()), TTL))
                .isFalse();
    }

    @Test
    default void aLongLeaseLastsLong() {
        LockKey key = newKey();
        OwnerId owner = OwnerId.random();
        Lease lease = ProviderTests.granted(provider().tryAcquire(key, owner, Duration.ofDays(30)));
        assertThat(ProviderTests.busy(attempt(otherProvider(), key, OwnerId.random()))
                        .retryAfter())
                .isGreaterThan(Duration.ofDays(29));
        provider().release(lease);
    }

    @Test
    default void closingTwiceDoesNothing() {
        otherProvider().close();
        otherProvider().close();
    }

    /** Who closes a provider may do so while others use it. */
    @Test
    default void whatIsAskedAfterTheEndFailsAsABackendDoes() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().close();
        worksOrFailsAsABackendDoes(() -> attempt(provider(), newKey(), OwnerId.random()));
        worksOrFailsAsABackendDoes(() -> provider().renew(lease, TTL));
        worksOrFailsAsABackendDoes(() -> provider().advance(lease, lease.token() + 10));
        provider().release(lease);
    }

    private static void worksOrFailsAsABackendDoes(Runnable question) {
        Throwable failure = catchThrowable(question::run);
        if (failure != null) {
            assertThat(failure).isInstanceOf(LockBackendException.class);
        }
    }
}
