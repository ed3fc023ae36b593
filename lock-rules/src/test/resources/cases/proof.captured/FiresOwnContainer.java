import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A generic class of one's own says nothing of proofs. What it is made with does. */
class FiresOwnContainer {
    record Chain<T>(T value) {
        static <T> Chain<T> of(T value) {
            return new Chain<>(value);
        }

        Chain<T> itself() {
            return this;
        }

        Runnable later(Consumer<T> action) {
            return () -> action.accept(value);
        }

        void now(@RunsInline Consumer<T> action) {
            action.accept(value);
        }
    }

    static void use(LockedAccount account) {}

    void calls(LockedAccount account) {
        Chain.of(account).later(each -> each.deposit(1)); // error: [proof.captured]
        Chain.of(account).itself().later(each -> each.deposit(1)); // error: [proof.captured]
        Chain.of(account).later(FiresOwnContainer::use); // error: [proof.captured]
        Chain.of(account).itself().now(each -> each.deposit(1));
    }
}
