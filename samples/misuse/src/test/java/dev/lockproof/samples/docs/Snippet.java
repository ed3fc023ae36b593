package dev.lockproof.samples.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java block, made into a source file.
 *
 * <p>A page leaves out what a reader can do without: the package, the imports and, around a method or a few statements,
 * the class. All that is added stands on the first line, so that line numbers stay those of the page.
 *
 * @param file the file's name
 * @param source its text
 */
record Snippet(String file, String source) {

    private static final Pattern WHOLE_FILE = Pattern.compile("\\A(?:package|import) |^@Entity", Pattern.MULTILINE);

    private static final Pattern TYPE =
            Pattern.compile("^(?:\\w+ )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

    /** A line at the margin that can only stand in a class: one with a modifier, or the head of a method. */
    private static final Pattern MEMBER = Pattern.compile(
            "^(?:(?:private|public|protected|static|abstract) "
                    + "|(?! |try|if|for|while|switch|return|new|else)(?:<.*> )?[\\w<>, .?@\\[\\]]+ \\w+\\(.*\\{)",
            Pattern.MULTILINE);

    private static final String PACKAGE = "package dev.lockproof.samples.misuse; ";
    private static final String IMPORTS = "import dev.lockproof.*; import dev.lockproof.annotations.*;"
            + " import dev.lockproof.jdbc.*; import dev.lockproof.memory.*; import dev.lockproof.postgres.*; import dev.lockproof.redis.*; import dev.lockproof.spi.EntityStore; import dev.lockproof.spi.LockProvider;"
            + " import java.time.*; import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*; import java.util.concurrent.locks.Lock; import java.util.function.*;"
            + " import java.sql.Connection; import java.sql.PreparedStatement; import javax.sql.DataSource;"
            + " import java.util.stream.*; import org.jspecify.annotations.Nullable;"
            + " import static org.assertj.core.api.Assertions.*; import org.junit.jupiter.api.Test; ";
    private static final String FIELDS =
            "private EntityStore store; private DataSource dataSource; private LockService locks; private LockProvider provider;"
                    + " private AccountRepository accounts; private OrderRepository orders; private AccountDao dao; private LockClient redis; private ExecutorService executor;"
                    + " private String id; private String from; private String to; private long amount; ";

    static Snippet of(Block block, int number) {
        String text = block.text();
        Matcher type = TYPE.matcher(text);
        if (WHOLE_FILE.matcher(text).find() && type.find()) {
            String name = block.marked("file").isEmpty() ? type.group(1) + ".java" : block.marked("file");
            return new Snippet(name, text.startsWith("package ") ? text : PACKAGE + imports(text) + text);
        }
        String className = "Snippet" + number;
        String begin = PACKAGE + IMPORTS + "class " + className + " { " + FIELDS;
        boolean members = MEMBER.matcher(text).find() || type.find();
        return new Snippet(
                className + ".java",
                members
                        ? begin + text + "}\n"
                        : begin + "@AcquiresLock void snippet() throws Exception { " + text + "}}\n");
    }

    private static String imports(String text) {
        return text.contains("\nimport ") || text.startsWith("import ") ? "" : IMPORTS;
    }
}
