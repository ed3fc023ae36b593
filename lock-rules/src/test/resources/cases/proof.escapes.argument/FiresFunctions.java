import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A function that could take the proof in later may be in something else, and its type may be a variable. */
class FiresFunctions {
    static <T> void toAll(T value, List<? extends Consumer<? super T>> takers) {}

    static <T> void byName(T value, Map<String, ? extends Consumer<T>> takers) {}

    @SafeVarargs
    static <T> void toEach(T value, Consumer<? super T>... takers) {}

    static <T, C extends Consumer<T>> void bounded(T value, C taker) {}

    static <T, C extends D, D extends Object & Consumer<T>> void twice(T value, C taker) {}

    static <X> Consumer<X> taker(Consumer<X> taker) {
        return taker;
    }

    void feeds(LockedAccount account) {
        toAll(account, List.of(each -> each.deposit(1))); // error: [proof.escapes.argument]
        byName(account, Map.of("x", each -> each.deposit(1))); // error: [proof.escapes.argument]
        toEach(account, each -> each.deposit(1)); // error: [proof.escapes.argument]
        bounded(account, taker(each -> each.deposit(1))); // error: [proof.escapes.argument]
        twice(account, taker(each -> each.deposit(1))); // error: [proof.escapes.argument]
    }

    static <T> void found(T value, List<? extends Supplier<? extends T>> givers) {}

    static <T, S extends Comparable<S>> void compared(T value, S sign, List<? extends S> signs) {}

    @SafeVarargs
    static <T> void several(T first, T... rest) {}

    static <T> void inline(T value, @RunsInline Consumer<? super T> taker) {}

    void givesNothing(LockedAccount account, List<Supplier<LockedAccount>> none) { // error: [proof.type.argument]
        found(account, none);
        compared(account, "x", List.of("y"));
        several((Account) account, account);
        inline(account, each -> each.deposit(1));
    }
}
