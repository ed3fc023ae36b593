package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the fencing tokens of a key grow. */
interface TokenContract extends ProviderTests {

    @Test
    default void tokensGrow() {
        LockKey key = newKey();
        long last = 0;
        for (int i = 0; i < 20; i++) {
            Lease lease = acquire(provider(), key);
            assertThat(lease.token()).isGreaterThan(last);
            last = lease.token();
            provider().release(lease);
        }
    }

    @Test
    default void tokensGrowUnderEightThreads() {
        LockKey key = newKey();
        // Written by whoever holds the lease, and by nobody else, if the provider does its work.
        List<Long> tokens = new ArrayList<>();
        int least = 25;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        Threads.together(8, () -> {
            for (int i = 0; i < least || System.nanoTime() - end < 0; i++) {
                Lease lease = acquireInTheEnd(provider(), key);
                synchronized (tokens) {
                    tokens.add(lease.token());
                }
                provider().release(lease);
            }
            return null;
        });
        assertThat(tokens).hasSizeGreaterThanOrEqualTo(8 * least);
        for (int i = 1; i < tokens.size(); i++) {
            assertThat(tokens.get(i)).isGreaterThan(tokens.get(i - 1));
        }
    }

    /** Also if nobody releases it: a waiter of the holder's process may have gone on under the last of them. */
    @Test
    default void spareTokensAreNobodyElses() {
        LockKey key = newKey();
        for (int i = 0; i < 2; i++) {
            Attempt.Granted granted = grantInTheEnd(provider(), key);
            assertThat(granted.spareTokens()).isNotNegative();
            if (i % 2 == 0) {
                provider().release(granted.lease());
            } else {
                advance(PAST_TTL);
            }
            Lease next = acquireInTheEnd(otherProvider(), key);
            assertThat(next.token()).isGreaterThan(granted.lease().token() + granted.spareTokens());
            otherProvider().release(next);
        }
    }

    @Test
    default void anOwnerWhoseLeaseRanOutGetsALargerToken() {
        LockKey key = newKey();
        OwnerId owner = OwnerId.random();
        Lease old = ProviderTests.granted(attempt(provider(), key, owner));
        advance(PAST_TTL);
        assertThat(ProviderTests.granted(attempt(provider(), key, owner)).token())
                .isGreaterThan(old.token());
    }

    @Test
    default void tokensGrowWhenTheClockJumpsBack() {
        LockKey key = newKey();
        Lease before = acquire(provider(), key);
        provider().release(before);
        jumpBack(TTL.multipliedBy(100));
        Lease after = acquire(provider(), key);
        assertThat(after.token()).isGreaterThan(before.token());
        assertThat(isFree(otherProvider(), key)).as("the lease after the jump").isFalse();
    }

    @Test
    default void aTokenIsRaisedForItsHolder() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        long atLeast = lease.token() + 1_000_000;
        Lease raised = ProviderTests.granted(provider().advance(lease, atLeast));
        assertThat(raised.token()).isGreaterThanOrEqualTo(atLeast);
        assertThat(raised.key()).isEqualTo(key);
        assertThat(raised.owner()).isEqualTo(lease.owner());
        assertThat(provider().renew(raised, TTL))
                .as("a renewal under the raised token")
                .isTrue();
        assertThat(isFree(otherProvider(), key)).isFalse();
        provider().release(raised);
        assertThat(acquire(provider(), key).token()).isGreaterThan(raised.token());
    }

    @Test
    default void aTokenIsRaisedAlsoIfItIsLargeEnough() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        assertThat(ProviderTests.granted(provider().advance(lease, 1)).token()).isGreaterThan(lease.token());
    }

    @Test
    default void aRaisedTokenIsWhatTheOwnerGetsWhenItAsksAgain() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        Lease raised = ProviderTests.granted(provider().advance(lease, lease.token() + 1_000_000));
        assertThat(ProviderTests.granted(attempt(provider(), key, lease.owner())))
                .isEqualTo(raised);
    }

    @Test
    default void aTokenIsNotRaisedForALeaseThatRanOut() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        advance(PAST_TTL);
        assertThat(provider().advance(lease, lease.token() + 10)).isInstanceOf(Attempt.Busy.class);
        assertThat(isFree(otherProvider(), key)).isTrue();
    }

    @Test
    default void aTokenIsNotRaisedForAReleasedLease() {
        LockKey key = newKey();
        Lease lease = acquire(provider(), key);
        provider().release(lease);
        assertThat(provider().advance(lease, lease.token() + 10)).isInstanceOf(Attempt.Busy.class);
        assertThat(isFree(provider(), key)).isTrue();
    }
}
