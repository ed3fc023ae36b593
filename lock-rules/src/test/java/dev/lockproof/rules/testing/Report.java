package dev.lockproof.rules.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler said at one place.
 *
 * @param file the file's simple name; empty if it was about no file
 * @param line the line, from 1
 * @param kind how bad it is
 * @param message the whole text
 */
public record Report(String file, long line, Diagnostic.Kind kind, String message) {

    private static final Pattern ID = Pattern.compile("\\[([a-zA-Z]+(?:\\.[a-zA-Z]+)*)].*", Pattern.DOTALL);

    static Report of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null ? "" : source.getName().replaceFirst(".*[/\\\\]", "");
        return new Report(file, diagnostic.getLineNumber(), diagnostic.getKind(), diagnostic.getMessage(null));
    }

    /**
     * Gives the id that our messages begin with.
     *
     * @return the id; the compiler's own text if it is not one of our messages
     */
    public String id() {
        Matcher matcher = ID.matcher(message);
        return matcher.matches() ? matcher.group(1) : message;
    }

    /**
     * Says it as an expectation does.
     *
     * @return such as {@code Payments.java:31: [nested.acquire]}
     */
    public String summary() {
        return file + ":" + line + ": [" + id() + "]";
    }
}
