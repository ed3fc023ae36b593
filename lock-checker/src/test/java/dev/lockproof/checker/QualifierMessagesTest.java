package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares each rule's messages, word for word, with {@code cases/<id>/<id>.txt}. Run with
 * {@code -Dlockproof.golden=write} to write the files anew, then read what changed.
 */
class QualifierMessagesTest {

    @TempDir
    static Path shop;

    private static CheckerHarness checker;

    @BeforeAll
    static void compileFixtures() {
        Resources.compileShop(shop);
        checker = CheckerHarness.create().withPlugin(CheckerPlugin::new).withClassPath(shop);
    }

    @ParameterizedTest
    @EnumSource(QualifierRule.class)
    void saysItAsInTheGoldenFile(QualifierRule rule) throws IOException {
        String messages = Resources.cases().stream()
                .filter(file -> file.startsWith(rule.id()))
                .flatMap(file -> checker.compile(Resources.caseSource(file)).stream())
                .filter(report -> report.id().equals(rule.id()))
                .map(QualifierMessagesTest::format)
                .collect(Collectors.joining("\n"));
        Path golden = Resources.casePath(Path.of(rule.id(), rule.id() + ".txt"));
        if ("write".equals(System.getProperty("lockproof.golden"))) {
            Files.writeString(golden, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(golden));
    }

    private static String format(Report report) {
        return report.file() + ":" + report.line() + ": error: " + report.message() + "\n";
    }
}
