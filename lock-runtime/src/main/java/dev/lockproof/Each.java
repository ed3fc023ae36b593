package dev.lockproof;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends several things of which each must end, whatever becomes of the others. */
final class Each {

    private Each() {}

    /** Does something with each. The first error that comes of it is thrown at the end. */
    static <T> void of(Iterable<? extends T> all, Consumer<? super T> end) {
        Error first = null;
        for (T one : all) {
            try {
                end.accept(one);
            } catch (Error e) {
                first = joined(first, e);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static Error joined(@Nullable Error first, Error next) {
        if (first == null) {
            return next;
        }
        if (first != next) {
            first.addSuppressed(next);
        }
        return first;
    }
}
