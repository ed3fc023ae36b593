package dev.lockproof.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A program that was written by hand to get past the compiler. In {@code attacks}, {@code // attack:} begins one with its
 * title, {@code // run} ends its members and begins what it does, and {@code // error: [id]} stands where it is refused.
 *
 * @param title what it tries
 * @param name its class
 * @param text the whole program
 */
record Attack(String title, String name, String text) {

    private static final Pattern BEGIN = Pattern.compile("(?m)^// attack: ");
    private static final Pattern RUN = Pattern.compile("(?m)^// run\n");
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

    static List<Attack> all(Path file) {
        List<Attack> attacks = new ArrayList<>();
        try {
            BEGIN.splitAsStream(Files.readString(file)).skip(1).forEach(text -> attacks.add(of(text, attacks.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attacks;
    }

    private static Attack of(String text, int number) {
        String name = "P" + number;
        int titleEnd = text.indexOf('\n');
        String[] parts = RUN.split(text.substring(titleEnd + 1), 2);
        String program = BEFORE + parts[0] + "@AcquiresLock @Override public void run() {\n" + parts[1] + "}\n}\n";
        return new Attack(
                text.substring(0, titleEnd),
                name,
                program.replace("$NAME", name).replace("P::", name + "::"));
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
