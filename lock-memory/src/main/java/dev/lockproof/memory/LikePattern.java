package dev.lockproof.memory;

import java.util.Arrays;

/** A pattern of {@code like}. Takes time proportional to the text times the pattern at worst, on any pattern. */
final class LikePattern {

    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] pattern;

    LikePattern(String pattern) {
        int[] source = pattern.codePoints().toArray();
        int[] parsed = new int[source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            parsed[length++] = switch (source[i]) {
                case '%' -> ANY_TEXT;
                case '_' -> ANY_CHARACTER;
                case '\\' -> source[++i];
                default -> source[i];
            };
        }
        this.pattern = Arrays.copyOf(parsed, length);
    }

    /** Goes back to the last {@code %} on a mismatch and lets it take one character more; earlier ones are settled. */
    boolean matches(String string) {
        int[] text = string.codePoints().toArray();
        int at = 0;
        int next = 0;
        int lastAnyText = -1;
        int resumeAt = 0;
        while (at < text.length) {
            if (next < pattern.length && pattern[next] == ANY_TEXT) {
                lastAnyText = next++;
                resumeAt = at;
            } else if (next < pattern.length && (pattern[next] == ANY_CHARACTER || pattern[next] == text[at])) {
                next++;
                at++;
            } else if (lastAnyText >= 0) {
                next = lastAnyText + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        while (next < pattern.length && pattern[next] == ANY_TEXT) {
            next++;
        }
        return next == pattern.length;
    }
}
