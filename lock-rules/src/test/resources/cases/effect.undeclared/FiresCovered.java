import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** What {@code @AcquiresLock} on a type doesn't cover: constructors, nested types, subclasses, and what has to be lock-free. */
class FiresCovered {
    @AcquiresLock
    static class Service implements Comparable<Service> {
        protected AccountRepository accounts;

        Service() {
            accounts.withLock("x", account -> 1); // error: [effect.undeclared]
        }

        void takes(String id) {
            accounts.withLock(id, account -> 1);
        }

        @Override
        public int compareTo(Service other) {
            return accounts.withLock("x", account -> 1); // error: [effect.override]
        }

        void needs(LockedAccount account) {
            takes("x"); // error: [nested.acquire.call]
        }

        class Inner {
            void calls() {
                takes("x"); // error: [effect.undeclared]
            }
        }

        void local() {
            class Local {
                void calls() {
                    takes("x"); // error: [effect.undeclared]
                }
            }
            Runnable later = () -> takes("x"); // error: [effect.lambda]
            new Object() {
                {
                    takes("x"); // error: [effect.initializer]
                }
            };
        }
    }

    static class Sub extends Service {
        @Override
        void takes(String id) {
            super.takes(id); // error: [effect.undeclared]
        }
    }

    @AcquiresLock
    record Transfer(String from) {
        static AccountRepository accounts;

        Transfer {
            accounts.withLock(from, account -> 1); // error: [effect.undeclared]
        }

        @Override
        public String from() {
            return accounts.withLock(from, account -> "x"); // error: [effect.record.accessor]
        }
    }

    void calls(Service service, LockedAccount account, Transfer transfer) {
        service.takes("x"); // error: [nested.acquire.call]
        new Sub().takes("x");
    }
}
