package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix of Java's constructs and families of rules about qualifiers, in the form that the rules' own has:
 * {@code // silent: needs gives} before code that keeps these families, {@code // without: overrides - why}.
 *
 * <p>The rules' programs are compiled by the checker, too, and get the same reports.
 */
class ConstructsTest {

    private static final Path CONSTRUCTS = Path.of("src/test/resources/constructs");
    private static final Path RULES = Path.of("../lock-rules/src/test/resources");
    private static final Pattern ID = Pattern.compile("\\[([\\w.]+)]");
    private static final Pattern SILENT = Pattern.compile("// silent:((?: \\w+)+)\\R");
    private static final Pattern WITHOUT = Pattern.compile("// without: (\\w+) - \\w");

    private enum Family {
        NEEDS("(argument|save)\\.not\\.\\w+"),
        GIVES("(assignment|return)\\.not\\.locked"),
        OVERRIDES("override\\.locked\\.\\w+"),
        REFERENCES("methodref\\.not\\.locked"),
        CASTS("locked\\.cast");

        private final Pattern ids;

        Family(String ids) {
            this.ids = Pattern.compile(ids);
        }

        static Family named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    @TempDir
    static Path shop;

    @TempDir
    static Path bank;

    private static CheckerHarness checker;

    @BeforeAll
    static void compileFixtures() {
        Resources.compileShop(shop);
        Resources.compile(RULES.resolve("fixtures/bank"), bank);
        checker = CheckerHarness.create().withPlugin(CheckerPlugin::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compilable")
    void reportsExactlyWhatTheCommentsExpect(Path file) {
        checker.withClassPath(shop).check(Resources.source(CONSTRUCTS.resolve(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compilableOfRules")
    void reportsWhatTheRulesReportAndNoMore(Path file) {
        checker.withClassPath(bank)
                .check(Resources.source(RULES.resolve("constructs").resolve(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void hasEveryCellOfTheMatrix(Path file) throws IOException {
        String text = Files.readString(CONSTRUCTS.resolve(file));
        Set<String> ids = Resources.source(CONSTRUCTS.resolve(file)).expected().stream()
                .flatMap(expected -> ID.matcher(expected).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<Family> fires = EnumSet.noneOf(Family.class);
        Arrays.stream(Family.values())
                .filter(family ->
                        ids.stream().anyMatch(id -> family.ids.matcher(id).matches()))
                .forEach(fires::add);
        Set<Family> silent = EnumSet.noneOf(Family.class);
        SILENT.matcher(text)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).strip().split(" ")))
                .forEach(name -> silent.add(Family.named(name)));
        Set<Family> without = EnumSet.noneOf(Family.class);
        WITHOUT.matcher(text).results().forEach(match -> without.add(Family.named(match.group(1))));

        assertThat(missing(fires, without)).as("families that nothing breaks").isEmpty();
        assertThat(missing(silent, without)).as("families that nothing keeps").isEmpty();
        assertThat(without).as("families left out and yet broken").doesNotContainAnyElementsOf(fires);
    }

    private static Set<Family> missing(Set<Family> present, Set<Family> without) {
        Set<Family> missing = EnumSet.allOf(Family.class);
        missing.removeAll(present);
        missing.removeAll(without);
        return missing;
    }

    static List<Path> all() {
        return Resources.javaFiles(CONSTRUCTS);
    }

    static List<Path> compilable() {
        return compilable(CONSTRUCTS);
    }

    static List<Path> compilableOfRules() {
        return compilable(RULES.resolve("constructs"));
    }

    private static List<Path> compilable(Path folder) {
        return Resources.javaFiles(folder).stream()
                .filter(file -> Integer.parseInt(file.getName(0).toString())
                        <= Runtime.version().feature())
                .toList();
    }
}
