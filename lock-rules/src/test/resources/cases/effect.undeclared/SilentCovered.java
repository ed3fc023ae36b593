import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** What {@code @AcquiresLock} on a type covers: what is declared in it, and may take locks. */
class SilentCovered {
    @AcquiresLock
    static class Service {
        protected final AccountRepository accounts;

        Service(AccountRepository accounts) {
            this.accounts = accounts;
        }

        void takes(String id) {
            accounts.withLock(id, account -> 1);
        }

        static void all(Service service) {
            service.takes("x");
        }

        /** What overrides a method that takes no lock takes none, and may be called under one. */
        @Override
        public String toString() {
            return "service";
        }

        void needs(LockedAccount account) {
            account.deposit(1);
        }

        void needsValue(@Locked Account account) {
            account.deposit(1);
        }

        private void helper() {}
    }

    static class Makes {
        Makes() {}

        /** A constructor isn't covered: it takes none unless it says so. */
        void underLock(AccountRepository accounts, LockedAccount account) {
            Service service = new Service(accounts);
            service.needs(account);
            service.needsValue(account);
            service.toString();
        }
    }

    @AcquiresLock
    interface Port {
        void takes(String id);

        default void twice(String id) {
            takes(id);
            takes(id);
        }
    }

    @AcquiresLock
    record Transfer(String from, String to) {
        void run(Service service) {
            service.takes(from);
            service.takes(to);
        }

        static Transfer of(Service service, String id) {
            service.takes(id);
            return new Transfer(id, id);
        }
    }

    @AcquiresLock
    enum Step {
        FIRST {
            @Override
            @AcquiresLock
            void run(Service service) {
                service.takes("first");
            }
        },
        SECOND {
            @Override
            void run(Service service) {}
        };

        abstract void run(Service service);
    }

    @AcquiresLock
    static class Adapter implements Port {
        private Service service;

        @Override
        public void takes(String id) {
            service.takes(id);
        }
    }

    @AcquiresLock
    void uses(Service service, Port port, Transfer transfer, Step step) {
        service.takes("x");
        Service.all(service);
        port.twice("x");
        transfer.run(service);
        step.run(service);
        String text = transfer.from() + transfer + step.name() + step.ordinal();
    }

    void readsUnderLock(LockedAccount account, Transfer transfer, Step step) {
        String text = transfer.from() + transfer.to() + transfer.hashCode() + step.name() + new Transfer("a", "b");
        if (transfer.equals(null)) {
            account.deposit(1);
        }
    }
}
