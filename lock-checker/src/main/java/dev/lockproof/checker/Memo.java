package dev.lockproof.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Remembers answers that the framework asks for several times and finds anew each time. What follows from a guess, in the middle
 * of an inference that goes in a circle, is not remembered.
 *
 * @param <Q> what is asked about
 * @param <A> the answer
 */
final class Memo<Q, A> {

    private final UnaryOperator<A> copy;
    private final Map<Q, A> answers = new HashMap<>();
    private int guesses;

    /**
     * Remembers nothing yet.
     *
     * @param copy makes a copy of an answer, since who asks may change it
     */
    Memo(UnaryOperator<A> copy) {
        this.copy = copy;
    }

    /** Says that what is being found out depends on a guess. */
    void guess() {
        guesses++;
    }

    /** Gives an answer, which belongs to the caller. */
    A answer(Q question, Supplier<A> findOut) {
        A known = answers.get(question);
        if (known != null) {
            return copy.apply(known);
        }
        int guessesBefore = guesses;
        A found = findOut.get();
        if (guesses == guessesBefore) {
            answers.put(question, copy.apply(found));
        }
        return found;
    }

    void clear() {
        answers.clear();
    }
}
