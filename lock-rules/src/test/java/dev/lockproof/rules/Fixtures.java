package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs under {@code src/test/resources}. */
final class Fixtures {

    static final Path RESOURCES = Path.of("src/test/resources");
    static final Path CASES = RESOURCES.resolve("cases");

    private Fixtures() {}

    /** Gives a harness that runs the rules on programs which use the fixtures' entities from class files. */
    static CheckerHarness rulesWithBank(Path classes) throws IOException {
        assertThat(CheckerHarness.create().compileInto(classes, bank())).isEmpty();
        return rules().withClassPath(classes);
    }

    static CheckerHarness rules() {
        return CheckerHarness.create().withPlugin(RulesPlugin::new);
    }

    /** Gives the rules with all lints on. */
    static CheckerHarness withLints(CheckerHarness rules) {
        return rules.withProcessor(RulesOptions::new).withOption("-Alockproof.lint=wait");
    }

    /** Gives the entities with what is generated for them. */
    static Source[] bank() throws IOException {
        return sources(RESOURCES.resolve("fixtures/bank"));
    }

    static Source[] sources(Path folder) throws IOException {
        return javaFiles(folder).stream().map(Fixtures::source).toArray(Source[]::new);
    }

    static Source source(Path file) {
        try {
            return Source.of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
