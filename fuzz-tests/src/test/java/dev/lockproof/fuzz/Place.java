package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be done at some place of a program.
 *
 * @param held whether a lock is held, or may be
 * @param mayAcquire whether the code may take locks; false wherever one is held
 * @param later whether it is code that may run later
 * @param vars the variables that stand for a lock here
 * @param depth how deeply nested it is
 * @param caller the number of the method, which may call those with higher numbers
 */
record Place(boolean held, boolean mayAcquire, boolean later, List<Var> vars, int depth, int caller) {

    static Place of(boolean held, boolean mayAcquire, int caller) {
        return new Place(held, mayAcquire, false, List.of(), 0, caller);
    }

    Place inside() {
        return new Place(held, mayAcquire, later, vars, depth + 1, caller);
    }

    Place with(Var var) {
        List<Var> all = new ArrayList<>(vars);
        all.add(var);
        return new Place(held, mayAcquire, later, List.copyOf(all), depth, caller);
    }

    /** A place where these variables hold the lock. */
    Place under(List<Var> locks) {
        List<Var> all = new ArrayList<>(vars);
        all.addAll(locks);
        return new Place(true, false, later, List.copyOf(all), depth + 1, caller);
    }

    /** Code that may run later: it sees no lock, and may take one only if its interface says so. */
    Place later(boolean acquiring) {
        return new Place(false, acquiring, true, List.of(), depth + 1, caller);
    }
}
