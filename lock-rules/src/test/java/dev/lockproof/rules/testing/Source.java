package dev.lockproof.rules.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file whose comments say what a checker must report.
 *
 * <p>{@code // error: [id]} at the end of a line expects that id at that line; on a line of its own, at the next line
 * that holds code. Several ids follow each other: {@code // error: [one] [two]}.
 */
public final class Source extends SimpleJavaFileObject {

    private static final Pattern MARKER = Pattern.compile("^(.*?)// error:((?: *\\[[\\w.]+])+)\\s*$");
    private static final Pattern ID = Pattern.compile("\\[([\\w.]+)]");

    private final String name;
    private final String text;

    private Source(String name, String text) {
        super(URI.create("string:///" + name), Kind.SOURCE);
        this.name = name;
        this.text = text;
    }

    /**
     * Makes a source file.
     *
     * @param name the file's name, such as {@code Payments.java}
     * @param text the program
     * @return the file
     */
    public static Source of(String name, String text) {
        return new Source(name, text);
    }

    /**
     * Gives what the comments expect.
     *
     * @return such as {@code Payments.java:31: [nested.acquire]}, in the order of the lines
     */
    public List<String> expected() {
        List<String> expected = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher marker = MARKER.matcher(lines.get(i));
            boolean marked = marker.matches();
            if (marked) {
                ID.matcher(marker.group(2)).results().forEach(id -> waiting.add(id.group(1)));
            }
            if (!marked || !marker.group(1).isBlank()) {
                String place = name + ":" + (i + 1) + ": ";
                waiting.forEach(id -> expected.add(place + "[" + id + "]"));
                waiting.clear();
            }
        }
        return expected;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
