package dev.lockproof.rules;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that was probably meant. */
final class Similar {

    private Similar() {}

    /** Gives " Did you mean 'x'?" if a known word is near, and nothing otherwise. */
    static String question(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> distance(word, nearest) <= Math.max(2, word.length() / 3))
                .map(nearest -> " Did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String from, String to) {
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[to.length()];
    }
}
