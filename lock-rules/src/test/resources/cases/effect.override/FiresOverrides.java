import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresOverrides {
    private static AccountRepository accounts;

    static class Task implements Runnable {
        @Override
        @AcquiresLock
        public void run() { // error: [effect.override]
            accounts.withLock("x", account -> 1);
        }
    }

    static class Unmarked implements Runnable {
        @Override
        public void run() {
            accounts.withLock("x", account -> 1); // error: [effect.override]
        }
    }

    static class Named {
        @Override
        @AcquiresLock
        public String toString() { // error: [effect.override]
            return accounts.withLock("x", account -> "x");
        }
    }

    interface Repeated<T> {
        void accept(T value);
    }

    interface Narrower extends Repeated<String> {
        @AcquiresLock
        @Override
        void accept(String value); // error: [effect.override]
    }

    @AcquiresLock
    void anonymous() {
        Repeated<String> job = new Repeated<>() {
            @AcquiresLock
            @Override
            public void accept(String value) { // error: [effect.override]
                accounts.withLock(value, account -> 1);
            }
        };
        Comparator<String> comparator = new Comparator<>() {
            @Override
            public int compare(String a, String b) {
                return accounts.withLock(a, account -> 1); // error: [effect.override]
            }
        };
    }

    enum Kind implements Runnable {
        ONE {
            @Override
            @AcquiresLock
            public void run() { // error: [effect.override]
                accounts.withLock("x", account -> 1);
            }
        };

        @Override
        public void run() {}
    }
}
