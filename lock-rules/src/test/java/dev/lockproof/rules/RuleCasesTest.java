package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles every program under {@code cases} and compares the reports with the program's comments. */
class RuleCasesTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileFixtures() throws IOException {
        assertThat(CheckerHarness.create().compileInto(bank, sources(RESOURCES.resolve("fixtures/bank"))))
                .isEmpty();
        rules = CheckerHarness.create().withPlugin(RulesPlugin::new).withClassPath(bank);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reportsExactlyWhatTheCommentsExpect(Path file) throws IOException {
        rules.check(Source.of(file.getFileName().toString(), Files.readString(RESOURCES.resolve(file))));
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("cases"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RESOURCES::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static Source[] sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            Source[] sources = new Source[sorted.size()];
            for (int i = 0; i < sources.length; i++) {
                Path file = sorted.get(i);
                sources[i] = Source.of(file.getFileName().toString(), Files.readString(file));
            }
            return sources;
        }
    }
}
