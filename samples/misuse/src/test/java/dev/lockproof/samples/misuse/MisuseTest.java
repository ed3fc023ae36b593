package dev.lockproof.samples.misuse;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code src/misuse} gives the errors that its comments name, where they name them, and no other. */
class MisuseTest {

    private static final Path MISUSE = Path.of("src/misuse");
    private static final Path PAGES = Path.of("../../docs/errors");

    private static final Pattern WORD = Pattern.compile("(?:^|\\.)(\\w)");

    /** What no source can ask for, our own bug reports and what a build's set-up lacks; and what is only a warning. */
    private static final Set<String> NOT_A_MISUSE = Set.of(
            "ProcessorFailed",
            "checker.not.started",
            "entity.not.generated",
            "lockproof.internal",
            "option.unknown",
            "suppression.unknown",
            "lint.wait",
            "stub.line",
            "versions.differ");

    @TempDir
    Path classes;

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(MISUSE)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithItsIdAtItsLine(String file) throws IOException {
        Path source = MISUSE.resolve(file);
        Compilation compilation = Javac.compile(MISUSE, List.of(source), classes);

        assertThat(compilation.errors().stream().map(error -> error.line() + " " + error.id()))
                .as(compilation.output())
                .containsExactlyInAnyOrderElementsOf(Markers.of(Files.readAllLines(source)));
    }

    @Test
    void everyRuleHasItsFile() throws IOException {
        Set<String> ids;
        try (Stream<Path> pages = Files.list(PAGES)) {
            ids = pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .filter(id -> !NOT_A_MISUSE.contains(id))
                    .collect(toCollection(TreeSet::new));
        }
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(MisuseTest::fileOf).toList());
    }

    /** The file of {@code nested.acquire} is {@code NestedAcquire.java}. */
    private static String fileOf(String id) {
        return WORD.matcher(id).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)) + ".java";
    }
}
