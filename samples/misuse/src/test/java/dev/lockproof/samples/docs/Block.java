package dev.lockproof.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param line where it begins
 * @param section the heading above it, or empty
 * @param language what stands behind the opening fence
 * @param marker the text of an HTML comment on the line above, or empty
 * @param text what is between the fences
 */
record Block(int line, String section, String language, String marker, String text) {

    private static final Pattern FENCED = Pattern.compile(
            "(?:^<!-- ([^\\n]*) -->\\n)?^( *)```(\\w+)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<Block> of(Path page) throws IOException {
        String markdown = Files.readString(page);
        List<Block> blocks = new ArrayList<>();
        Matcher fence = FENCED.matcher(markdown);
        while (fence.find()) {
            String before = markdown.substring(0, fence.start(3));
            int line = (int) before.lines().count();
            String marker = fence.group(1) == null ? "" : fence.group(1);
            String text = fence.group(4).replaceAll("(?m)^" + fence.group(2), "");
            blocks.add(new Block(line, lastHeading(before), fence.group(3), marker, text));
        }
        return blocks;
    }

    private static String lastHeading(String text) {
        int heading = text.lastIndexOf("\n## ");
        return heading < 0
                ? ""
                : text.substring(heading + 4).lines().findFirst().orElseThrow();
    }

    /** Gives what follows a word of the marker, such as the path in {@code from: path}, or empty. */
    String marked(String word) {
        return marker.startsWith(word + ": ") ? marker.substring(word.length() + 2) : "";
    }

    boolean isJava() {
        return language.equals("java");
    }
}
