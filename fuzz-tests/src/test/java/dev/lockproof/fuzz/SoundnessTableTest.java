package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table in docs/soundness.md names what shows it, and all that is stopped at run time is in a row. */
class SoundnessTableTest {

    private static final Path ROOT = Path.of("..");
    private static final String HEAD = "| not seen | caught by | shown by |";
    private static final Pattern ATTACK = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern TEST = Pattern.compile("`([^`]+)`");

    record Row(String notSeen, String caughtBy, String shownBy) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(5);
            return new Row(cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        List<String> attacks() {
            return names(ATTACK);
        }

        List<String> tests() {
            return names(TEST);
        }

        private List<String> names(Pattern pattern) {
            return pattern.matcher(shownBy)
                    .results()
                    .map((MatchResult name) -> name.group(1))
                    .toList();
        }

        @Override
        public String toString() {
            return notSeen;
        }
    }

    static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/soundness.md"));
        assertThat(lines).contains(HEAD);
        return lines.subList(lines.indexOf(HEAD) + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowNamesWhatShowsIt(Row row) {
        assertThat(row.attacks().isEmpty() && row.tests().isEmpty())
                .as("shown by nothing")
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatARowNamesExists(Row row) {
        assertThat(titles("stopped", "stopped25", "harmless")).containsAll(row.attacks());
        assertThat(testClasses()).containsAll(row.tests());
    }

    @Test
    void whatIsStoppedIsInARow() throws IOException {
        Set<String> named =
                rows().stream().flatMap(row -> row.attacks().stream()).collect(Collectors.toSet());
        assertThat(named).containsAll(titles("stopped", "stopped25"));
    }

    @Test
    void noTwoAttacksHaveOneTitle() {
        assertThat(titles("stopped", "stopped25", "harmless")).doesNotHaveDuplicates();
    }

    private static List<String> titles(String... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> Attack.all(kind).stream())
                .map(Attack::title)
                .toList();
    }

    /** Those with a test in them, in all modules. Contracts are run by the classes that implement them. */
    private static Set<String> testClasses() {
        Set<String> names = new HashSet<>();
        for (String sources : List.of("src/test/java", "src/main/java")) {
            for (Path module : modules(sources)) {
                try (Stream<Path> files = Files.walk(module.resolve(sources))) {
                    files.filter(SoundnessTableTest::hasTests)
                            .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }

    private static List<Path> modules(String sources) {
        try (Stream<Path> folders = Files.find(ROOT, 2, (path, attributes) -> attributes.isDirectory())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve(sources)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasTests(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Pattern.compile("(?m)^    @(Test|ParameterizedTest)\\b")
                            .matcher(Files.readString(file))
                            .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
