package dev.lockproof.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a server, without what comes after the second number. */
record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?!\\d).*");

    /** Reads what a server says of itself. Gives null if it says nothing, or no version. */
    static @Nullable ServerVersion parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String minor = form.group(2);
        return new ServerVersion(Integer.parseInt(form.group(1)), minor == null ? 0 : Integer.parseInt(minor));
    }

    @Override
    public int compareTo(ServerVersion other) {
        int byMajor = Integer.compare(major, other.major);
        return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
