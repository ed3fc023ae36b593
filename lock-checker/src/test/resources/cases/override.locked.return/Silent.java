import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.function.Supplier;
import shop.Account;

class Silent {
    interface Source {
        Account make();

        @Writable Account pick(@Locked Account one);
    }

    interface Versioned<T> {
        T next();
    }

    static class Tight implements Source, Supplier<@Fresh Account> {
        @Override
        public @Fresh Account make() {
            return new Account("1", "Ada", 0);
        }

        @Override
        public @Locked Account pick(@Locked Account one) {
            return one;
        }

        @Override
        public @Fresh Account get() {
            return make();
        }
    }

    @Entity
    record Item(@Id String id, int version) implements Versioned<Item> {
        @Override
        public Item next() {
            return new Item(id, version + 1);
        }
    }
}
