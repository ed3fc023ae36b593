import dev.lockproof.annotations.Fresh;
import java.util.List;
import java.util.function.Supplier;
import shop.Account;

/** What is asked of a choice is asked of each of its arms. */
class FiresChosenFunctions {
    void open(Supplier<@Fresh Account> source) {}

    void openAny(Supplier<? extends @Fresh Account> source) {}

    <T> T either(T one, T other) {
        return one;
    }

    void arguments(Account account, boolean yes, int number) {
        open(yes
                ? () -> account // error: [return.not.locked]
                : () -> account); // error: [return.not.locked]
        openAny(yes
                ? () -> new Account("1", "Ada", 0)
                : () -> account); // error: [return.not.locked]
        open(either(
                yes ? () -> account : null, // error: [return.not.locked]
                null));
        open(switch (number) {
            case 1 -> () -> account; // error: [return.not.locked]
            default -> () -> new Account("1", "Ada", 0);
        });
    }

    Supplier<@Fresh Account> result(Account account, boolean yes, boolean no) {
        Supplier<@Fresh Account> local = yes
                ? () -> account // error: [return.not.locked]
                : () -> new Account("1", "Ada", 0);
        List<Supplier<@Fresh Account>> list = List.of(
                yes ? () -> account : local); // error: [return.not.locked]
        return yes
                ? list.get(0)
                : no
                        ? () -> {
                            return account; // error: [return.not.locked]
                        }
                        : (() -> account); // error: [return.not.locked]
    }

    void cast(Account account) {
        open((Supplier<@Fresh Account>) () -> account); // error: [return.not.locked]
    }
}
