package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.NestedAcquisitionException;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/**
 * The stack ends in each step of a release in turn, so that some locks are not released. Such a lock ends with its lease, and
 * its thread takes the next one, or is told that it holds one.
 */
class StackEndTest {

    private static final long STACK_BYTES = 256 << 10;

    private final ManualTicker time = new ManualTicker();
    private final InMemoryLockProvider provider = InMemoryLockProvider.create(time);
    private final InMemoryStore store = InMemoryStore.create();
    private final LockService others =
            LockService.builder(provider).ticker(time).build();
    private final AccountRepository othersAccounts = new AccountRepository(store, others);

    private int leftBehind;
    private int refused;

    StackEndTest() {
        othersAccounts.save(new Account("a", "ann", 100));
        othersAccounts.save(new Account("b", "bob", 100));
        // A class that is first used where the stack ends can never be used.
        store.inTransaction(() -> othersAccounts.lock("a").close());
    }

    @Test
    void aLockThatIsLeftBehindEndsWithItsLease() throws InterruptedException, ExecutionException {
        int frames = 1;
        while (overflows(frames)) {
            frames++;
        }
        assertThat(leftBehind).as("locks that were left behind").isPositive();
        assertThat(refused).as("threads that were told that they hold one").isPositive();
    }

    /** Closes a proof so many frames before the end of a stack, and tells whether that was too few of them. */
    private boolean overflows(int frames) throws InterruptedException, ExecutionException {
        AccountRepository accounts = new AccountRepository(
                store, LockService.builder(provider).ticker(time).build());
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            LockedAccount account = accounts.lock("a");
            Descent descent = new Descent(frames, account::close);
            descent.go();
            if (provider.isLocked(account.lockKey())) {
                leftBehind++;
            }
            lockAnother(accounts);
            return descent.overflowed;
        });
        Thread thread = new Thread(null, task, "of little stack", STACK_BYTES);
        thread.start();
        boolean overflowed = task.get();
        time.advance(LockOptions.DEFAULTS.ttl());
        try (LockedAccount account = othersAccounts.tryLock("a")) {
            assertThat(account).as("%s frames before the end", frames).isNotNull();
        }
        return overflowed;
    }

    private void lockAnother(AccountRepository accounts) {
        try (LockedAccount other = accounts.lock("b")) {
            assertThat(other.lock().isHeld()).isTrue();
        } catch (NestedAcquisitionException e) {
            refused++;
        }
    }

    /** Goes down to the end of the stack, and runs a task on the way back. */
    private static final class Descent {

        private final int frames;
        private final Runnable task;
        private boolean overflowed;

        Descent(int frames, Runnable task) {
            this.frames = frames;
            this.task = task;
        }

        /** Gives how many frames lie below this one. */
        @SuppressWarnings("InfiniteRecursion") // that is the point
        int go() {
            int below;
            try {
                below = go() + 1;
            } catch (StackOverflowError e) {
                below = 0;
            }
            if (below == frames) {
                try {
                    task.run();
                } catch (VirtualMachineError e) { // the JVM wraps one that comes while it links a call
                    overflowed = true;
                }
            }
            return below;
        }
    }
}
