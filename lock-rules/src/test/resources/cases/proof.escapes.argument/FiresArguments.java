import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresArguments {
    static <T> void submit(T value, Consumer<T> action) {}

    static class Box<T> {
        Box(T value) {}

        static <T> Box<T> of(T value) {
            return new Box<>(value);
        }
    }

    static <T> void keep(T container) {}

    static <T> T id(T value) {
        return value;
    }

    @SuppressWarnings("lockproof:proof.type.argument")
    private final List<LockedAccount> suppressed = new ArrayList<>();

    void generic(LockedAccount account, Object any) {
        keep(Optional.of(account)); // error: [proof.escapes.argument]
        keep(List.of(account, account)); // error: [proof.escapes.argument]
        keep(new Box<>(account)); // error: [proof.escapes.argument]
        Supplier<Object> lambda = () -> 1;
        any = id(Box.of(account)); // error: [proof.escapes.argument]
        submit(account, a -> a.deposit(1)); // error: [proof.escapes.argument]
        suppressed.add(account); // error: [proof.escapes.argument]
    }
}
