import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** The class of a proof, in the hands of generic code. */
class FiresTokens {
    record Caster<T>(Class<T> type) {
        T cast(Object any) {
            return type.cast(any);
        }

        static <T> Caster<T> of(Class<T> type) {
            return new Caster<>(type);
        }
    }

    static <T> T either(Class<T> type, Object any, T other) {
        return type.isInstance(any) ? type.cast(any) : other;
    }

    static <T> void each(Class<? extends T> type, Object any, @RunsInline Consumer<T> action) {
        action.accept(type.cast(any));
    }

    static <T> void tokens(List<Class<T>> types, Object any, @RunsInline Consumer<T> action) {
        types.forEach(type -> action.accept(type.cast(any)));
    }

    static <T> void token(Supplier<Class<T>> type, Object any, @RunsInline Consumer<T> action) {
        action.accept(type.get().cast(any));
    }

    interface CastIt {
        LockedAccount cast(Class<LockedAccount> type, Object any);
    }

    interface CastAny {
        String cast(Class<String> type, Object any);
    }

    static <L extends LockProof<?>> void onlyProofs(Class<L> type) {}

    static void anyClass(Class<?> type) {}

    void casts(Object any, LockedAccount account) {
        new Caster<>(LockedAccount.class).cast(any).deposit(1); // error: [proof.downcast]
        Caster.of(LockedAccount.class).cast(any).deposit(1); // error: [proof.downcast]
        either(LockedAccount.class, any, account).deposit(1); // error: [proof.downcast]
        each(LockedAccount.class, any, each -> each.deposit(1)); // error: [proof.downcast]
        Arrays.copyOf(new Object[] {any}, 1, LockedAccount[].class)[0].deposit(1); // error: [proof.downcast]
        tokens(List.of(LockedAccount.class), any, each -> each.deposit(1)); // error: [proof.downcast]
        token(() -> LockedAccount.class, any, each -> each.deposit(1)); // error: [proof.downcast]
        Optional.of(LockedAccount.class).map(Caster::of).ifPresent(each -> {}); // error: [proof.downcast]
        Optional.of(LockedAccount.class).map(Caster::new).ifPresent(each -> {}); // error: [proof.downcast]
        CastIt reference = Class::cast; // error: [proof.downcast]
        reference.cast(LockedAccount.class, any).deposit(1);
        CastAny others = Class::cast;
        onlyProofs(LockedAccount.class);
        anyClass(LockedAccount.class);
    }
}
