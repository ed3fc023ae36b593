import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.function.Consumer;
import shop.Account;

class Fires {
    interface Step {
        void run(Account account);

        void write(@Writable Account account);
    }

    static class Settle implements Step, Consumer<Account> {
        @Override
        public void run(@Locked Account account) {} // error: [override.locked.parameter]

        @Override
        public void write(@Locked Account account) {} // error: [override.locked.parameter]

        @Override
        public void accept(@Locked Account account) {} // error: [override.locked.parameter]
    }

    void lambdas() {
        Consumer<Account> consumer = (@Locked Account account) -> account.withdraw(1); // error: [override.locked.parameter]
        consumer.accept(new Account("1", "Ada", 0));
    }
}
