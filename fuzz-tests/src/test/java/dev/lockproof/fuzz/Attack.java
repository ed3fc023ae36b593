package dev.lockproof.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that was written by hand to get past the compiler. In {@code attacks}, {@code // attack:} begins one with its
 * title, {@code // run} ends its members and begins what it does, and {@code // error: [id]} stands where it is refused.
 *
 * <p>Below its title may stand {@code // stopped:} with the exception that stops it, {@code // compiled by:} with other ways
 * than the checker, and {@code // before:} with the first JDK that refuses it. Below what it does, {@code // beside} begins
 * more classes of its file, and {@code // library:} one that was compiled earlier by javac alone.
 *
 * @param title what it tries
 * @param name its class
 * @param text the whole program
 * @param libraries what was compiled earlier, by name
 * @param ways how it is compiled
 * @param stopped the simple name of the exception that stops it, or else nothing
 * @param before the JDK that refuses it
 */
record Attack(
        String title,
        String name,
        String text,
        Map<String, String> libraries,
        List<Way> ways,
        String stopped,
        int before) {

    private static final Path FOLDER = Path.of("src/test/resources/attacks");
    private static final Pattern BEGIN = Pattern.compile("(?m)^// attack: ");
    private static final Pattern HEADER = Pattern.compile("// (stopped|compiled by|before): (.*)\n");
    private static final Pattern RUN = Pattern.compile("(?m)^// run\n");
    private static final Pattern BESIDE = Pattern.compile("(?m)^// beside\n");
    private static final Pattern LIBRARY = Pattern.compile("(?m)^// library: ");
    private static final Pattern EXPECTED = Pattern.compile("// error:((?: \\[[\\w.]+])+)");
    private static final Pattern ID = Pattern.compile("\\[([\\w.]+)]");

    private static final String BEFORE = """
            import dev.lockproof.*;
            import dev.lockproof.annotations.*;
            import dev.lockproof.fuzz.shop.*;
            import java.util.*;
            import java.util.function.*;

            public class $NAME implements Program {
            static AccountRepository accounts;
            static OrderRepository orders;
            static LockService locks;
            static dev.lockproof.spi.EntityStore store;
            static Object stash;
            static long sum;
            static final List<Account> seen = new ArrayList<>();
            public $NAME(World w) { accounts = w.accounts(); orders = w.orders(); locks = w.locks(); store = w.store(); }
            @AcquiresLock static void refill(String id) { try (LockedAccount x = accounts.lock(id)) { Probe.proof(x); } }
            private static void privately() { refill("d"); }
            """;

    /** Gives the attacks of a file, without its {@code .txt}. */
    static List<Attack> all(String kind) {
        List<Attack> attacks = new ArrayList<>();
        try {
            BEGIN.splitAsStream(Files.readString(FOLDER.resolve(kind + ".txt")))
                    .skip(1)
                    .forEach(text -> attacks.add(of(text, attacks.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attacks;
    }

    private static Attack of(String text, int number) {
        String name = "P" + number;
        int titleEnd = text.indexOf('\n');
        Map<String, String> headers = new HashMap<>();
        Matcher header = HEADER.matcher(text).region(titleEnd + 1, text.length());
        while (header.lookingAt()) {
            headers.put(header.group(1), header.group(2));
            header.region(header.end(), text.length());
        }
        String[] libraries = LIBRARY.split(text.substring(header.regionStart()));
        String[] beside = BESIDE.split(libraries[0], 2);
        String[] parts = RUN.split(beside[0], 2);
        String program = BEFORE + parts[0] + "@AcquiresLock @Override public void run() {\n" + parts[1] + "}\n}\n"
                + (beside.length == 1 ? "" : beside[1]);
        return new Attack(
                text.substring(0, titleEnd),
                name,
                program.replace("$NAME", name).replace("P::", name + "::"),
                libraries(libraries),
                Pattern.compile(", ")
                        .splitAsStream(headers.getOrDefault("compiled by", Way.CHECKER.toString()))
                        .map(Way::of)
                        .toList(),
                headers.getOrDefault("stopped", ""),
                Integer.parseInt(headers.getOrDefault("before", "" + Integer.MAX_VALUE)));
    }

    private static Map<String, String> libraries(String[] parts) {
        Map<String, String> libraries = new LinkedHashMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] nameAndText = part.split("\n", 2);
            libraries.put(nameAndText[0], nameAndText[1]);
        }
        return libraries;
    }

    /** Whether the JDK that runs lets it pass. */
    boolean isOfThisJdk() {
        return Runtime.version().feature() < before;
    }

    /** Gives the lines at which it is refused, each with an id. */
    List<String> expected() {
        List<String> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i + 1) + ": ";
            EXPECTED.matcher(lines.get(i))
                    .results()
                    .flatMap(marker -> ID.matcher(marker.group(1)).results())
                    .map((MatchResult id) -> line + id.group(1))
                    .forEach(expected::add);
        }
        return expected.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
