package dev.lockproof.rules;

import dev.lockproof.rules.testing.CheckerHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles every program under {@code cases} and compares the reports with the program's comments. */
class RuleCasesTest {

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileFixtures() throws IOException {
        rules = Fixtures.withLints(Fixtures.rulesWithBank(bank));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reportsExactlyWhatTheCommentsExpect(Path file) {
        rules.check(Fixtures.source(Fixtures.CASES.resolve(file)));
    }

    static List<Path> cases() throws IOException {
        return Fixtures.javaFiles(Fixtures.CASES).stream()
                .map(Fixtures.CASES::relativize)
                .toList();
    }
}
