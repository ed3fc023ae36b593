import bank.*;
import dev.lockproof.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;

/** What a reference puts a proof into is on its way to whoever asked for it. */
class FiresReferences {
    <T> Optional<T> box(String label, T value) {
        return Optional.of(value);
    }

    void puts(LockedAccount account, Executor executor) {
        Optional.of(account)
                .map(CompletableFuture::completedFuture) // error: [proof.escapes.argument]
                .ifPresent(future -> future.thenAcceptAsync(each -> each.deposit(1), executor));
        Optional.of(account).map(List::of).isPresent(); // error: [proof.escapes.argument]
        Optional.of(account).map(Arrays::asList).isPresent(); // error: [proof.escapes.argument]
        Optional.of(account).map(AtomicReference::new).isPresent(); // error: [proof.escapes.argument]
        both("x", account, this::box); // error: [proof.escapes.argument]
    }

    private static <A, B, R> R both(A first, B second, BiFunction<A, B, R> function) {
        return function.apply(first, second);
    }
}
