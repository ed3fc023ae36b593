package dev.lockproof;

import java.io.Serializable;

/**
 * Names a lock. Two keys with the same text are the same lock.
 *
 * <p>Any well-formed text is a key, also the empty one. Keys are ordered by the bytes of their UTF-8 form, so that every
 * process takes several locks in the same order, whatever its platform. Immutable and thread-safe.
 *
 * @param value the text, such as {@code Account:42}
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // a record has a serialized form too
public record LockKey(String value) implements Comparable<LockKey>, Serializable {

    private static final int LONGEST_SHOWN = 120;

    /**
     * Makes a key.
     *
     * @param value the text, such as {@code Account:42}
     * @throws IllegalArgumentException if the text has half of a surrogate pair, which no backend can store
     */
    public LockKey {
        int loneSurrogate = indexOfLoneSurrogate(value);
        if (loneSurrogate >= 0) {
            throw new IllegalArgumentException(
                    "A lock key must be well-formed text, but it has half of a surrogate pair" + " at index "
                            + loneSurrogate + ": encode binary ids, for example in hexadecimal");
        }
    }

    /**
     * Makes a key.
     *
     * @param value the text, such as {@code Account:42}
     * @return the key
     * @throws IllegalArgumentException if the text has half of a surrogate pair, which no backend can store
     */
    public static LockKey of(String value) {
        return new LockKey(value);
    }

    /** Compares the UTF-8 forms as unsigned bytes, which is the order of the code points. */
    @Override
    public int compareTo(LockKey other) {
        int shorter = Math.min(value.length(), other.value.length());
        for (int i = 0; i < shorter; i++) {
            char mine = value.charAt(i);
            char theirs = other.value.charAt(i);
            if (mine != theirs) {
                boolean supplementary = Character.isSurrogate(mine);
                return supplementary == Character.isSurrogate(theirs)
                        ? Character.compare(mine, theirs)
                        : supplementary ? 1 : -1;
            }
        }
        return Integer.compare(value.length(), other.value.length());
    }

    /** Shows the key in one line for people: control characters are escaped, and long texts are cut. */
    @Override
    public String toString() {
        if (value.isEmpty()) {
            return "(the empty key)";
        }
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST_SHOWN).forEach(c -> appendReadable(shown, c));
        if (value.codePointCount(0, value.length()) > LONGEST_SHOWN) {
            shown.append("… (").append(value.length()).append(" characters)");
        }
        return shown.toString();
    }

    private static void appendReadable(StringBuilder shown, int codePoint) {
        if (Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.LINE_SEPARATOR
                || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR) {
            shown.append(String.format("\\u%04x", codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }

    private static int indexOfLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
