package dev.lockproof.fuzz;

import dev.lockproof.LockService;
import dev.lockproof.Locks;
import dev.lockproof.fuzz.shop.Account;
import dev.lockproof.fuzz.shop.AccountRepository;
import dev.lockproof.fuzz.shop.Oops;
import dev.lockproof.fuzz.shop.Order;
import dev.lockproof.fuzz.shop.OrderRepository;
import dev.lockproof.fuzz.shop.Probe;
import dev.lockproof.fuzz.shop.Program;
import dev.lockproof.fuzz.shop.World;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.spi.EntityStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a compiled program against a store and locks in memory, and tells how it misbehaved: an exception of ours that it
 * provoked, a proof that it used without its lock, a lock that it took under another one, or one that it kept.
 */
final class Runner {

    /**
     * What came of a run.
     *
     * @param fault what the program did wrong, if anything
     * @param acquisitions how many locks it took
     * @param uses how often it used a proof
     */
    record Outcome(Optional<Throwable> fault, int acquisitions, int uses) {}

    /** So much that a program runs out of fuel first: where the stack ends in the middle of a release, the lock stays. */
    private static final long STACK_BYTES = 256L << 20;

    private Runner() {}

    /** Runs a program in a thread of its own, so that a lock that it keeps is no trouble to the next. */
    static Outcome run(String program, Map<String, byte[]> classes) {
        FutureTask<Outcome> task = new FutureTask<>(Locks.detached(() -> runHere(program, classes)));
        new Thread(null, task, program, STACK_BYTES).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("The run of " + program + " failed, not the program", e);
        }
    }

    private static Outcome runHere(String program, Map<String, byte[]> classes) {
        Probe.reset();
        ObservedProvider provider = new ObservedProvider(InMemoryLockProvider.create());
        try (LockService locks =
                LockService.builder(provider).shutdownLimit(Duration.ZERO).build()) {
            EntityStore store = InMemoryStore.create();
            AccountRepository accounts = new AccountRepository(store, locks);
            OrderRepository orders = new OrderRepository(store, locks);
            for (String id : new String[] {"a", "b", "c", "d"}) {
                accounts.save(new Account(id, 100));
                orders.save(new Order(id, "OPEN"));
            }
            Throwable fault = provider.fault(faultOf(program, classes, new World(accounts, orders, locks, store)));
            if (fault == null && !locks.held().isEmpty()) {
                fault = new AssertionError("The program has ended and still holds " + locks.held());
            }
            return new Outcome(Optional.ofNullable(fault), provider.acquisitions(), Probe.uses());
        }
    }

    private static Throwable faultOf(String program, Map<String, byte[]> classes, World world) {
        Throwable fault = null;
        try {
            Class<?> type = new Memory(classes).loadClass(program);
            Program instance = (Program) type.getConstructor(World.class).newInstance(world);
            fault = faultOf(instance::run);
        } catch (ReflectiveOperationException | LinkageError e) {
            fault = e;
        }
        return fault != null ? fault : faultOf(Probe::runKept);
    }

    private static Throwable faultOf(Runnable task) {
        try {
            task.run();
            return null;
        } catch (Oops | Probe.OutOfFuel expected) {
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static final class Memory extends ClassLoader {

        private final Map<String, byte[]> classes;

        Memory(Map<String, byte[]> classes) {
            super(Runner.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
