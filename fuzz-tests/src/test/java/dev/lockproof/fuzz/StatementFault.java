package dev.lockproof.fuzz;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Statements that are wrong wherever they fit, whatever else the program does.
 *
 * @param what the fault, for people
 * @param fits whether a place has what they need
 * @param ids what may be reported of them
 * @param lines their text
 */
record StatementFault(String what, Predicate<Place> fits, Set<String> ids, Lines lines) {

    /** Writes statements; what begins with an exclamation mark is a line to be reported. */
    interface Lines {
        List<String> at(Place place, String unique);
    }
}
