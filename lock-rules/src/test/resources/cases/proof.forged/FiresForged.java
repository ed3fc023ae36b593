import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresForged {
    static class Fake extends Account implements LockProof<Account> { // error: [proof.forged]
        Fake() {
            super("x", "Ann", 1);
        }

        @Override
        public Account entity() {
            return this;
        }

        @Override
        public LockGrant lock() {
            return null;
        }

        @Override
        public void close() {}
    }

    record FakeRecord(Account entity, LockGrant lock) implements LockProof<Account> { // error: [proof.forged]
        @Override
        public void close() {}
    }

    @javax.annotation.processing.Generated("dev.lockproof.processor.EntityProcessor")
    abstract static class Marked implements LockProof<Account> {} // error: [proof.forged]

    Object anonymous = new LockProof<Account>() { // error: [proof.forged]
        @Override
        public Account entity() {
            return null;
        }

        @Override
        public LockGrant lock() {
            return null;
        }

        @Override
        public void close() {}
    };

    void maps(
            dev.lockproof.spi.EntityMapping<Account, String, PersistentAccount, LockedAccount> mapping,
            dev.lockproof.spi.Row row,
            LockGrant grant) {
        use(mapping.locked(row, grant)); // error: [proof.forged]
        Maker maker = mapping::locked; // error: [proof.forged]
    }

    interface Maker {
        LockedAccount make(dev.lockproof.spi.Row row, LockGrant grant);
    }

    void use(LockedAccount account) {}
}
