package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.HeldLock;
import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostLockTest {

    private final InMemoryLockProvider leases = InMemoryLockProvider.create();
    private final InMemoryStore store = InMemoryStore.create();
    private final List<LockService> processes = List.of(LockService.of(leases), LockService.of(leases));
    private volatile boolean over;

    @Test
    void noCentIsLostWhenLocksAreLostInTheMiddle() throws InterruptedException {
        Thread thief = new Thread(this::steal, "thief");
        thief.start();
        Outcome outcome = new Workload(10, 3, 8, 2, 42).run(bank(), new PrintWriter(Writer.nullWriter()));
        over = true;
        thief.join();

        assertThat(outcome.after()).isEqualTo(outcome.expected());
        assertThat(Arrays.stream(Procedure.values())
                        .mapToLong(procedure -> outcome.tally().line(procedure).lost())
                        .sum())
                .as("procedures that lost a lock")
                .isPositive();
    }

    /** Takes every lock away from its holder, which isn't told, and lets the next one have it. */
    private void steal() {
        while (!over) {
            for (LockService process : processes) {
                for (HeldLock held : process.held()) {
                    leases.release(leases.steal(held.key(), Duration.ofSeconds(30)));
                }
            }
        }
    }

    /**
     * Makes a bank of two processes, each with half of the threads: inside one, the next thread is not let in before the
     * holder is out, whatever became of the lease.
     */
    private Bank bank() {
        List<LockproofBank> banks = processes.stream()
                .map(process -> new LockproofBank(store, process))
                .toList();
        return (Bank) Proxy.newProxyInstance(
                Bank.class.getClassLoader(), new Class<?>[] {Bank.class}, (proxy, method, arguments) -> {
                    try {
                        int process = Thread.currentThread().getName().hashCode() & 1;
                        return method.invoke(banks.get(process), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
