import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A function whose type answers the call with a method of its own, which may keep it, doesn't run there. */
class FiresDefaults {
    static Object kept;

    interface Leaky extends Consumer<Integer> {
        void go(Integer value);

        @Override
        default void accept(Integer value) {
            kept = this;
        }
    }

    interface Named extends Consumer<Integer> {
        default String name() {
            return "";
        }
    }

    interface Redeclared extends Consumer<Integer> {
        @Override
        void accept(Integer value);
    }

    static <C extends Consumer<Integer>> void each(@RunsInline C consumer) {
        consumer.accept(1);
    }

    void casts(LockedAccount account) {
        List.of(1).forEach((Leaky) each -> account.deposit(each)); // error: [proof.captured]
        FiresDefaults.<Leaky>each(each -> account.deposit(each)); // error: [proof.captured]
        List.of(1).forEach((Named) each -> account.deposit(each));
        List.of(1).forEach((Redeclared) each -> account.deposit(each));
        List.of(1).forEach((Consumer<Integer> & java.io.Serializable) each -> account.deposit(each));
        List.of(1).forEach((Consumer<Object>) each -> account.deposit(1));
        FiresDefaults.<Named>each(each -> account.deposit(each));
    }
}
