package dev.lockproof.samples.misuse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What came of a run of the compiler.
 *
 * @param successful whether it made classes
 * @param output what it printed, word for word, with file names relative to the root
 */
public record Compilation(boolean successful, String output) {

    private static final Pattern ERROR =
            Pattern.compile("^[^\\s:]*?([^/\\\\:]+)\\.java:(\\d+): error: (?:\\[([\\w.]+)] )?(.*)", Pattern.MULTILINE);

    /**
     * Lists the errors in the order of the output.
     *
     * @return the errors
     */
    public List<Problem> errors() {
        return ERROR.matcher(output)
                .results()
                .map(e -> new Problem(e.group(1), Integer.parseInt(e.group(2)), String.valueOf(e.group(3)), e.group(4)))
                .toList();
    }

    /**
     * An error.
     *
     * @param file the source file's name, without {@code .java}
     * @param line the line in it
     * @param id the rule's id, or {@code null} in letters if it is an error of javac's own
     * @param message the first line of the message
     */
    public record Problem(String file, int line, String id, String message) {}
}
