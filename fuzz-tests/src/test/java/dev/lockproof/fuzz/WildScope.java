package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What has a name at some place of a wild program.
 *
 * @param vars the variables
 * @param free whether taking a lock here would be right: a hint, which keeps some programs right
 * @param depth how deeply nested it is
 */
record WildScope(List<WildVar> vars, boolean free, int depth) {

    /**
     * A variable.
     *
     * @param name its name
     * @param type its type
     * @param changes whether it is assigned more than once, so that no function may use it
     */
    record WildVar(String name, WildType type, boolean changes) {}

    static WildScope of(boolean free) {
        return new WildScope(List.of(), free, 0);
    }

    WildScope with(WildVar... more) {
        List<WildVar> all = new ArrayList<>(vars);
        all.addAll(List.of(more));
        return new WildScope(List.copyOf(all), free, depth);
    }

    WildScope inside() {
        return new WildScope(vars, free, depth + 1);
    }

    WildScope under() {
        return new WildScope(vars, false, depth + 1);
    }

    /** The body of a function, or of a class, which sees what doesn't change. */
    WildScope function(boolean mayAcquire) {
        return new WildScope(vars.stream().filter(v -> !v.changes()).toList(), mayAcquire, depth + 1);
    }

    /** The same without proofs, as is right in a function that may run later. */
    WildScope withoutProofs() {
        return new WildScope(vars.stream().filter(v -> !v.type().isProof()).toList(), free, depth);
    }

    List<WildVar> of(WildType type) {
        return vars.stream().filter(v -> v.type() == type).toList();
    }

    boolean has(WildType type) {
        return vars.stream().anyMatch(v -> v.type() == type);
    }
}
