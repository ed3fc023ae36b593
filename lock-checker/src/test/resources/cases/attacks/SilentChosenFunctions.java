import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.function.Consumer;
import java.util.function.Supplier;
import shop.Account;
import shop.AccountRepository;

class SilentChosenFunctions {
    interface Work {
        void on(@Locked Account account);
    }

    void open(Supplier<@Fresh Account> source) {}

    void drain(Consumer<? super @Fresh Account> sink) {}

    void under(Work work) {}

    void settle(@Locked Account account) {}

    @Fresh
    Account made() {
        return new Account("1", "Ada", 0);
    }

    void choices(AccountRepository accounts, boolean yes, int number) {
        open(yes ? () -> new Account("1", "Ada", 0) : this::made);
        open((Supplier<@Fresh Account>) () -> new Account("1", "Ada", 0));
        drain(yes ? account -> accounts.save(account) : account -> {});
        under(yes ? account -> accounts.save(account) : this::settle);
        under(switch (number) {
            case 1 -> this::settle;
            default -> account -> accounts.save(account);
        });
        Runnable run = yes ? () -> {} : this::made;
        run.run();
    }
}
