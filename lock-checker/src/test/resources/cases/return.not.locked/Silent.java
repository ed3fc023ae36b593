import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.MaybeUnlocked;
import dev.lockproof.annotations.PolyLocked;
import java.util.List;
import java.util.function.Supplier;
import shop.Account;

class Silent {
    @Locked Account second(Account one, @Locked Account two) {
        return two;
    }

    @Fresh Account draft(String id) {
        Account account = new Account(id, "Ada", 0);
        account.deposit(5);
        return account;
    }

    @PolyLocked Account touched(@PolyLocked Account account) {
        account.deposit(0);
        return account;
    }

    Account unknown(@Locked Account account) {
        return account;
    }

    List<Account> list(@Locked Account account) {
        return List.of(account);
    }

    Supplier<@Fresh Account> lambda() {
        return () -> new Account("1", "Ada", 0);
    }

    @Entity
    record Item(@Id String id, int count) {
        Item withCount(int newCount) {
            return newCount == count ? this : new Item(id, newCount);
        }

        Item doubled() {
            Item result = withCount(2 * count);
            return result;
        }

        @MaybeUnlocked Item larger(Item other) {
            return other.count > count ? other : this;
        }

        static Item none() {
            return new Item("", 0);
        }

        static @Fresh Item one(String id) {
            return new Item(id, 1);
        }
    }
}
