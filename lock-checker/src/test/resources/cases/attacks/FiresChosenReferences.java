import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.function.Consumer;
import java.util.function.Supplier;
import shop.Account;

class FiresChosenReferences {
    void open(Supplier<@Fresh Account> source) {}

    Account stored() {
        return null;
    }

    @Fresh
    Account made() {
        return new Account("1", "Ada", 0);
    }

    void settle(@Locked Account account) {}

    void choices(boolean yes) {
        open(yes
                ? this::stored // error: [methodref.not.locked]
                : this::made);
        Consumer<Account> consumer = yes
                ? account -> {}
                : this::settle; // error: [methodref.not.locked]
        consumer.accept(made());
    }
}
