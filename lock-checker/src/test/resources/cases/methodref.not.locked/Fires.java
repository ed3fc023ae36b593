import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import shop.Account;

class Fires {
    static void settle(@Locked Account account) {}

    Account stored() {
        return new Account("1", "Ada", 0);
    }

    void references(List<Account> list, Account account) {
        list.forEach(Fires::settle); // error: [methodref.not.locked]
        Consumer<Account> consumer = Fires::settle; // error: [methodref.not.locked]
        ObjLongConsumer<Account> unbound = Account::withdraw; // error: [methodref.not.locked]
        java.util.function.LongConsumer bound = account::withdraw; // error: [methodref.not.locked]
        Supplier<@Fresh Account> supplier = this::stored; // error: [methodref.not.locked]
        Function<String, @Fresh Account> factory = Account::open; // error: [methodref.not.locked]
        consumer.accept(supplier.get());
        unbound.accept(account, 1);
        bound.accept(1);
        factory.apply("1").deposit(1);
    }
}
