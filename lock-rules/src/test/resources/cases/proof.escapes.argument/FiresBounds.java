import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A type variable that is bounded by another one. */
class FiresBounds {
    static Runnable kept;

    static <T, L extends T> void keep(L value, Consumer<T> use) {
        kept = () -> use.accept(value);
    }

    static <T, L extends T> void now(L value, @RunsInline Consumer<T> use) {
        use.accept(value);
    }

    static void use(LockedAccount account) {}

    void calls(LockedAccount account) {
        keep(account, FiresBounds::use); // error: [proof.escapes.argument]
        now(account, FiresBounds::use);
    }
}
