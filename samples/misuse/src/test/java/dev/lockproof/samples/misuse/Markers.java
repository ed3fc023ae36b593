package dev.lockproof.samples.misuse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the comments that say where an error is expected, at the end of a line: {@code // error: [id]}, or
 * {@code // error} for one of javac's own.
 */
public final class Markers {

    private static final Pattern MARKER = Pattern.compile("// error(?:: \\[([\\w.]+)])?$");

    private Markers() {}

    /**
     * Lists the errors that a source file is to give.
     *
     * @param source the lines of the file
     * @return the number of the line, a space, and the id or {@code null}
     */
    public static List<String> of(List<String> source) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            Matcher marker = MARKER.matcher(source.get(i));
            if (marker.find()) {
                expected.add((i + 1) + " " + marker.group(1));
            }
        }
        return expected;
    }
}
