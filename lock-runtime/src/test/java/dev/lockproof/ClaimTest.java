package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.Lockable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a row is claimed under a lock that was granted, and what is left when it can't be. */
@Timeout(60)
class ClaimTest extends ServiceFixture {

    private final Gadget gadget = new Gadget("A");

    @Test
    void theRowIsReadAfterTheLockWasGranted() {
        List<String> calls = provider.calls;
        Gadget read = gadget.withRow(grant -> {
            calls.add("read with token " + grant.token());
            return new Claim.Claimed<>(new Gadget.Held(grant));
        });
        locks.acquire(read).close();
        assertThat(calls).containsExactly("acquire A", "read with token 33", "release A");
    }

    @Test
    void aMissingRowReleasesTheLock() {
        Gadget gone = gadget.withRow(grant -> new Claim.Missing<>());
        assertThatThrownBy(() -> locks.acquire(gone)).isInstanceOf(EntityNotFoundException.class);
        assertThat(provider.calls).containsExactly("acquire A", "release A");
        assertNothingIsLeft();
    }

    @Test
    void aFailingStoreReleasesTheLock() {
        Gadget failing = gadget.withRow(grant -> {
            throw new LockBackendException("on purpose", true, null);
        });
        assertThatThrownBy(() -> locks.acquire(failing)).hasMessageContaining("on purpose");
        assertThatThrownBy(() -> locks.acquireBoth(new Gadget("B"), failing)).hasMessageContaining("on purpose");
        assertThat(provider.calls)
                .containsExactly("acquire A", "release A", "acquire A", "acquire B", "release A", "release B");
        assertNothingIsLeft();
    }

    @Test
    void aTokenThatTheRowHasPassedIsRaisedByTheProvider() {
        Gadget ahead = gadget.withRow(grant ->
                grant.token() > 1_000 ? new Claim.Claimed<>(new Gadget.Held(grant)) : new Claim.Superseded<>(1_000));
        try (Gadget.Held held = locks.acquire(ahead)) {
            assertThat(held.lock().token()).isEqualTo(1_001);
        }
        assertThat(provider.calls).containsExactly("acquire A", "advance A", "release A");
    }

    @Test
    void aTokenIsNotRaisedForEver() {
        Gadget ahead = gadget.withRow(grant -> new Claim.Superseded<>(grant.token()));
        assertThatThrownBy(() -> locks.acquire(ahead))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("A")
                .hasMessageContaining("same lock provider");
        assertThat(provider.calls).containsExactly("acquire A", "advance A", "advance A", "advance A", "release A");
        assertNothingIsLeft();
    }

    @Test
    void aRowThatALaterHolderHasClaimedIsNotClaimed() {
        Gadget stolen = gadget.withRow(grant -> {
            Lease next = provider.steal(grant.key());
            return new Claim.Superseded<>(next.token());
        });
        assertThatThrownBy(() -> locks.acquire(stolen))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("later holder");
        assertThat(provider.held).as("the later holder's lease").containsKey(gadget.lockKey());
    }

    @Test
    void aProviderThatCannotClaimRowsIsAskedForTheLease() {
        AtomicInteger claims = new AtomicInteger();
        Joinable joinable = new Joinable(gadget, () -> {
            claims.incrementAndGet();
            return Object::new;
        });
        locks.acquire(joinable).close();
        assertThat(claims).hasValue(1);
        locks.acquireBoth(joinable, new Gadget("B")).close();
        assertThat(claims)
                .as("rows of several locks are claimed when all are held")
                .hasValue(1);
        assertThat(provider.calls)
                .containsExactly("acquire A", "release A", "acquire A", "acquire B", "release B", "release A");
    }

    @Test
    void aStoreThatCannotGiveItsClaimLeavesNothingLocked() {
        Joinable failing = new Joinable(gadget, () -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatThrownBy(() -> locks.acquire(failing)).hasMessage("on purpose");
        assertThat(provider.held).isEmpty();
        assertNothingIsLeft();
    }

    /** A gadget that may be claimed together with its lease. */
    private record Joinable(Gadget gadget, Supplier<JoinedClaim> claims)
            implements Persistent<String, Gadget.Held>, Lockable<Gadget.Held> {

        @Override
        public LockKey lockKey() {
            return gadget.lockKey();
        }

        @Override
        public String entity() {
            return gadget.entity();
        }

        @Override
        public EntityStore store() {
            return gadget.store();
        }

        @Override
        public JoinedClaim joinedClaim() {
            return claims.get();
        }

        @Override
        public Claim<Gadget.Held> claim(LockGrant grant) {
            return gadget.claim(grant);
        }
    }
}
