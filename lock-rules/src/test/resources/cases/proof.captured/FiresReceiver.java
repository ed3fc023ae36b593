import bank.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** What a method with a locked receiver is called on is locked as long as the call lasts, as a parameter is. */
class FiresReceiver extends Account {
    private long paid;

    FiresReceiver() {
        super("1", "Ada", 0);
    }

    void pay(@Locked FiresReceiver this) {}

    static void settle(@Locked Account account) {}

    void later(@Locked FiresReceiver this, Executor executor) {
        executor.execute(() -> settle(this)); // error: [proof.captured]
        executor.execute(() -> pay()); // error: [proof.captured]
        executor.execute(() -> this.pay()); // error: [proof.captured]
        executor.execute(() -> FiresReceiver.this.pay()); // error: [proof.captured]
        executor.execute(() -> super.deposit(1)); // error: [proof.captured]
        executor.execute(() -> deposit(1)); // error: [proof.captured]
        executor.execute(this::pay); // error: [proof.captured]
        executor.execute(super::notify); // error: [proof.captured]
        List.of(1).forEach(each -> executor.execute(() -> {
            pay(); // error: [proof.captured]
            pay();
        }));
        Supplier<Runnable> nested = () -> () -> settle(this); // error: [proof.captured]
    }

    void now(@Locked FiresReceiver this, Executor executor) {
        List.of(1).forEach(each -> settle(this));
        List.of(1).forEach(each -> pay());
        Optional.of(1).ifPresent(this::deposit);
        executor.execute(() -> System.out.println(paid + this.paid));
        executor.execute(() -> helper());
        long balance = getBalance();
        executor.execute(() -> System.out.println(balance));
    }

    static void helper() {}

    void notLocked(Executor executor) {
        executor.execute(() -> deposit(1));
        executor.execute(() -> System.out.println(this));
        executor.execute(this::notify);
    }

    void ofAnother(@Locked FiresReceiver this, Executor executor) {
        new Object() {
            void deposit() {}

            void go() {
                executor.execute(() -> this.deposit());
                executor.execute(() -> deposit());
                executor.execute(this::deposit);
            }
        }.go();
    }

    class Inner {
        void aroundIt(@Locked Inner this, Executor executor) {
            executor.execute(() -> deposit(1));
            executor.execute(() -> FiresReceiver.this.deposit(1));
        }
    }
}
