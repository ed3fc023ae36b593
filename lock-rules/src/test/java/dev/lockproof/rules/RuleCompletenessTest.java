package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule is more than its code: a page, a program that it refuses, one that it accepts, and the words of its message. */
class RuleCompletenessTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void hasPageCasesAndGoldenMessage(Rule rule) throws IOException {
        Path folder = Fixtures.CASES.resolve(rule.id());
        assertThat(names(folder))
                .anyMatch(name -> name.startsWith("Fires"))
                .anyMatch(name -> name.startsWith("Silent"))
                .contains(rule.id() + ".txt");
        assertThat(Fixtures.javaFiles(folder).stream().flatMap(file -> Fixtures.source(file).expected().stream()))
                .anyMatch(expected -> expected.endsWith("[" + rule.id() + "]"));
        assertThat(Files.readString(ROOT.resolve(rule.page())))
                .startsWith("# " + rule.id() + "\n")
                .contains("## Wrong", "## Right", "## Why");
    }

    @Test
    void hasNoCasesOfUnknownRules() throws IOException {
        assertThat(names(Fixtures.CASES))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
