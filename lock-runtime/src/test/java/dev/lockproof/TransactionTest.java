package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.TransactionHook;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lock that is closed inside a transaction is held until the transaction is over. */
class TransactionTest extends ServiceFixture {

    private final Set<TransactionHook> hooks = new LinkedHashSet<>();
    private boolean isActive = true;
    private final Gadget gadget = new Gadget("A").withTransaction(hook -> {
        if (isActive) {
            hooks.add(hook);
        }
        return isActive;
    });

    @Test
    void closingInATransactionReleasesAfterIt() {
        Gadget.Held held = locks.acquire(gadget);
        held.close();
        held.close();
        assertThat(hooks).hasSize(1);
        assertThat(held.lock().isHeld()).isTrue();
        assertThat(provider.calls).containsExactly("acquire A");
        assertThatThrownBy(() -> locks.acquire(new Gadget("B")))
                .isInstanceOf(NestedAcquisitionException.class)
                .hasMessageContaining("transaction");

        hooks.forEach(TransactionHook::beforeCommit);
        assertThat(provider.calls).containsExactly("acquire A");
        isActive = false;
        hooks.forEach(TransactionHook::afterCompletion);
        assertThat(provider.calls).containsExactly("acquire A", "release A");
        assertThat(held.lock().isHeld()).isFalse();
        locks.acquire(new Gadget("B")).close();
        held.close();
        assertThat(provider.calls).endsWith("acquire B", "release B");
    }

    @Test
    void aLockThatWasLostBeforeTheCommitDoomsTheTransaction() {
        Gadget.Held held = locks.acquire(gadget, SECONDS_30);
        held.close();
        time.pass(Duration.ofSeconds(31));
        assertThatThrownBy(() -> hooks.forEach(TransactionHook::beforeCommit)).isInstanceOf(LockLostException.class);
        hooks.forEach(TransactionHook::afterCompletion);
        locks.acquire(new Gadget("B")).close();
    }

    @Test
    void aLockThatWasLostBeforeItWasClosedDoomsTheTransaction() {
        Gadget.Held held = locks.acquire(gadget, SECONDS_30);
        time.pass(Duration.ofSeconds(31));
        assertThat(held.lock().isHeld()).isFalse();
        held.close();
        assertThatThrownBy(() -> hooks.forEach(TransactionHook::beforeCommit)).isInstanceOf(LockLostException.class);
        hooks.forEach(TransactionHook::afterCompletion);
        assertThat(RecordingLoggers.warningsAbout(gadget.lockKey())).isNotEmpty();
    }

    @Test
    void anAcquisitionThatFailsInATransactionReleasesAtOnce() {
        Gadget failing = gadget.withRow(grant -> {
            throw new LockBackendException("on purpose", true, null);
        });
        assertThatThrownBy(() -> locks.acquire(failing)).isInstanceOf(LockBackendException.class);
        assertThat(provider.calls).containsExactly("acquire A", "release A");
        assertThat(hooks).isEmpty();
    }

    @Test
    void aStoreThatFailsDoesNotKeepTheLock() {
        Gadget broken = new Gadget("broken store").withTransaction(hook -> {
            throw new IllegalStateException("on purpose");
        });
        locks.acquire(broken).close();
        assertThat(provider.calls).containsExactly("acquire broken store", "release broken store");
        assertThat(RecordingLoggers.warningsAbout(broken.lockKey())).anyMatch(line -> line.contains("on purpose"));
    }
}
