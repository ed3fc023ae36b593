package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares each rule's messages, word for word, with {@code cases/<id>/<id>.txt}. Run with
 * {@code -Dlockproof.golden=write} to write the files anew, then read what changed.
 */
class RuleMessagesTest {

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileFixtures() throws IOException {
        rules = Fixtures.withLints(Fixtures.rulesWithBank(bank));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void saysItAsInTheGoldenFile(Rule rule) throws IOException {
        Path folder = Fixtures.CASES.resolve(rule.id());
        String messages = messagesOf(rule, folder);
        Path golden = folder.resolve(rule.id() + ".txt");
        if ("write".equals(System.getProperty("lockproof.golden"))) {
            Files.writeString(golden, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(golden));
    }

    private static String messagesOf(Rule rule, Path folder) throws IOException {
        List<Path> fires = Fixtures.javaFiles(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith("Fires"))
                .toList();
        return fires.stream()
                .flatMap(file -> rules.compile(Fixtures.source(file)).stream())
                .filter(report -> report.id().equals(rule.id()))
                .map(RuleMessagesTest::format)
                .collect(Collectors.joining("\n"));
    }

    private static String format(Report report) {
        return report.file() + ":" + report.line() + ": "
                + (report.kind() == Diagnostic.Kind.ERROR ? "error: " : "warning: ") + report.message() + "\n";
    }
}
