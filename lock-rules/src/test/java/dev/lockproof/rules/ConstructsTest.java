package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix of Java's constructs and families of rules: {@code constructs/<version>/<construct>.java} breaks each family
 * once and keeps it once, or says why that can't be.
 *
 * <p>{@code // silent: nested place} stands before code that comes close to breaking these families, and doesn't.
 * {@code // without: inline - why} leaves a family out. A version's programs are compiled where the compiler knows it.
 */
class ConstructsTest {

    private static final Path CONSTRUCTS = Fixtures.RESOURCES.resolve("constructs");
    private static final Pattern ID = Pattern.compile("\\[([\\w.]+)]");
    private static final Pattern SILENT = Pattern.compile("// silent:((?: \\w+)+)\\R");
    private static final Pattern WITHOUT = Pattern.compile("// without: (\\w+) - \\w");

    /** Rules that look at the same trees. */
    private enum Family {
        NESTED("nested\\..*"),
        EFFECT("effect\\..*"),
        RESOURCE("acquire\\.not\\.resource"),
        PLACE("proof\\.(field|array|type\\.argument)"),
        ESCAPE("proof\\.(escapes\\..*|reassigned)"),
        CAPTURE("proof\\.captured"),
        CLOSE("proof\\.(explicit\\.close|resource\\.alias)"),
        FORGE("proof\\.(downcast|forged|subclass)"),
        INLINE("inline\\..*"),
        LOCKED("locked\\..*"),
        LINT("lint\\..*");

        private final Pattern ids;

        Family(String ids) {
            this.ids = Pattern.compile(ids);
        }

        static Family of(String id) {
            return EnumSet.allOf(Family.class).stream()
                    .filter(family -> family.ids.matcher(id).matches())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No family for rule " + id));
        }

        static Family named(String name) {
            return valueOf(name.toUpperCase(java.util.Locale.ROOT));
        }
    }

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileFixtures() throws IOException {
        rules = Fixtures.rulesWithBank(bank);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compilable")
    void reportsExactlyWhatTheCommentsExpect(Path file) {
        rules.check(Fixtures.source(CONSTRUCTS.resolve(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void hasEveryCellOfTheMatrix(Path file) throws IOException {
        String text = Files.readString(CONSTRUCTS.resolve(file));
        Set<Family> fires = EnumSet.noneOf(Family.class);
        Fixtures.source(CONSTRUCTS.resolve(file))
                .expected()
                .forEach(expected -> ID.matcher(expected).results().forEach(m -> fires.add(Family.of(m.group(1)))));
        Set<Family> silent = EnumSet.noneOf(Family.class);
        SILENT.matcher(text)
                .results()
                .forEach(m -> List.of(m.group(1).strip().split(" ")).forEach(name -> silent.add(Family.named(name))));
        Set<Family> without = EnumSet.noneOf(Family.class);
        WITHOUT.matcher(text).results().forEach(m -> without.add(Family.named(m.group(1))));

        assertThat(missing(fires, without)).as("families that nothing breaks").isEmpty();
        assertThat(missing(silent, without)).as("families that nothing keeps").isEmpty();
        assertThat(without).as("families left out and yet broken").doesNotContainAnyElementsOf(fires);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void givesEveryRuleAFamily(Rule rule) {
        assertThat(Family.of(rule.id())).isNotNull();
    }

    @Test
    void knowsNoVersionThatNobodyCompiles() throws IOException {
        assertThat(all()).extracting(ConstructsTest::version).containsOnly(17, 21, 22, 25);
    }

    private static Set<Family> missing(Set<Family> present, Set<Family> without) {
        Set<Family> missing = EnumSet.allOf(Family.class);
        missing.removeAll(present);
        missing.removeAll(without);
        // They look at the same calls as the family NESTED does.
        missing.remove(Family.LINT);
        return missing;
    }

    static List<Path> compilable() throws IOException {
        return all().stream()
                .filter(file -> version(file) <= Runtime.version().feature())
                .toList();
    }

    static List<Path> all() throws IOException {
        return Fixtures.javaFiles(CONSTRUCTS).stream()
                .map(CONSTRUCTS::relativize)
                .toList();
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getName(0).toString());
    }
}
