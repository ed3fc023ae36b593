package dev.lockproof;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lockable;
import dev.lockproof.spi.TransactionHook;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.Predicate;

/** Something to lock, whose row and transaction are what a test says. */
record Gadget(LockKey lockKey, EntityStore store, Function<LockGrant, Claim<Gadget.Held>> row)
        implements Persistent<String, Gadget.Held>, Lockable<Gadget.Held> {

    private static final EntityStore NO_TRANSACTIONS = storeWith(hook -> false);

    Gadget(String key) {
        this(new LockKey(key), NO_TRANSACTIONS, grant -> new Claim.Claimed<>(new Held(grant)));
    }

    Gadget withRow(Function<LockGrant, Claim<Held>> changed) {
        return new Gadget(lockKey, store, changed);
    }

    Gadget withTransaction(Predicate<TransactionHook> register) {
        return new Gadget(lockKey, storeWith(register), row);
    }

    @Override
    public String entity() {
        return lockKey.value();
    }

    @Override
    public Claim<Held> claim(LockGrant grant) {
        return row.apply(grant);
    }

    /** A store of which only the transactions work. */
    private static EntityStore storeWith(Predicate<TransactionHook> register) {
        return (EntityStore) Proxy.newProxyInstance(
                Gadget.class.getClassLoader(), new Class<?>[] {EntityStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("register")) {
                        return register.test((TransactionHook) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Proves that a gadget is locked. */
    record Held(LockGrant lock) implements LockProof<String> {

        @Override
        public String entity() {
            return lock.key().value();
        }

        @Override
        public void close() {
            lock.release();
        }
    }
}
