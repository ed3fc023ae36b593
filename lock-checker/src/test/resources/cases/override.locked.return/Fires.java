import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.function.Supplier;
import shop.Account;

class Fires {
    interface Source {
        @Fresh Account make();

        @Locked Account pick(@Locked Account one);
    }

    static class Loose implements Source, Supplier<@Fresh Account> {
        @Override
        public Account make() { // error: [override.locked.return]
            return new Account("1", "Ada", 0);
        }

        @Override
        public Account pick(@Locked Account one) { // error: [override.locked.return]
            return one;
        }

        @Override
        public Account get() { // error: [override.locked.return]
            return make();
        }
    }
}
