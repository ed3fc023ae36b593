import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.function.Consumer;
import shop.Account;

class Silent {
    interface Step {
        void run(@Locked Account account);

        void write(@Locked Account account);

        void create(@Fresh Account account);
    }

    static class Settle implements Step, Consumer<Account> {
        @Override
        public void run(@Locked Account account) {}

        @Override
        public void write(@Writable Account account) {}

        @Override
        public void create(Account account) {}

        @Override
        public void accept(Account account) {}
    }

    void lambdas() {
        Consumer<Account> consumer = (Account account) -> account.deposit(1);
        consumer.accept(new Account("1", "Ada", 0));
    }
}
