import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.function.Supplier;
import shop.Account;

class Fires {
    @Locked Account first(Account one, @Locked Account two) {
        return one; // error: [return.not.locked]
    }

    @Fresh Account draft(Account template) {
        return template.renamed("Bob"); // error: [return.not.locked]
    }

    @Fresh Account fromList(List<Account> list) {
        return list.get(0); // error: [return.not.locked]
    }

    void lambdas(Account account) {
        Supplier<@Fresh Account> supplier = () -> account; // error: [return.not.locked]
        Supplier<@Fresh Account> block = () -> {
            return account; // error: [return.not.locked]
        };
        supplier.get().deposit(block.get().getBalance());
    }

    @Entity
    record Item(@Id String id, int count) {
        Item larger(Item other) {
            return other.count > count ? other : this; // error: [return.not.locked]
        }
    }
}
