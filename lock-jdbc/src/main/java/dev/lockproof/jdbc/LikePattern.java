package dev.lockproof.jdbc;

import java.util.regex.Pattern;

/** Translates patterns of {@code like} in which a backslash takes the next character literally. */
final class LikePattern {

    /** Databases differ in how a backslash in a literal, or as the escape, is to be written; not in this one. */
    static final char ESCAPE = '|';

    private LikePattern() {}

    static String sql(String pattern) {
        StringBuilder translated = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                char literal = pattern.charAt(++i);
                translated.append(literal == '\\' ? "" : ESCAPE).append(literal);
            } else if (c == ESCAPE) {
                translated.append(ESCAPE).append(ESCAPE);
            } else {
                translated.append(c);
            }
        }
        return translated.toString();
    }

    /** Tells whether a pattern asks for any one character. */
    static boolean hasAnyCharacter(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (pattern.charAt(i) == '_') {
                return true;
            }
        }
        return false;
    }

    /** Gives a regular expression that finds the same texts, if its dot matches line breaks. */
    static String regex(String pattern) {
        StringBuilder translated = new StringBuilder("\\A");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                translated.append(".*");
            } else if (c == '_') {
                translated.append('.');
            } else {
                int next = c == '\\' ? pattern.codePointAt(++i) : pattern.codePointAt(i);
                translated.append(Pattern.quote(Character.toString(next)));
                i += Character.charCount(next) - 1;
            }
        }
        return translated.append("\\z").toString();
    }
}
