package dev.lockproof.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error or a warning about a program.
 *
 * @param file the program's file
 * @param line the line, from 1
 * @param id the rule's id; for javac's own messages, their code
 * @param text the whole message
 */
record Report(String file, long line, String id, String text) {

    private static final Pattern ID = Pattern.compile("\\[([a-z]+(?:\\.[a-z]+)*)].*", Pattern.DOTALL);

    static Report of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String text = diagnostic.getMessage(null);
        Matcher ours = ID.matcher(text);
        return new Report(
                source == null ? "" : source.getName().replaceFirst(".*[/\\\\]", ""),
                diagnostic.getLineNumber(),
                ours.matches() ? ours.group(1) : diagnostic.getCode(),
                text);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + text;
    }
}
