package dev.lockproof.internal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends several things of which each must end, whatever becomes of the others. */
public final class Each {

    private Each() {}

    /**
     * Does something with each. The first error that comes of it is thrown at the end.
     *
     * @param all what is to end
     * @param end ends one; throws nothing but errors
     * @param <T> the type of the things
     */
    public static <T> void of(Iterable<? extends T> all, Consumer<? super T> end) {
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
