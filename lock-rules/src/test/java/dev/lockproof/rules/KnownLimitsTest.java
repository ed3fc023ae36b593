package dev.lockproof.rules;

import dev.lockproof.rules.testing.CheckerHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps docs/soundness.md honest: what it says is not seen, or refused although it is right, is so. */
class KnownLimitsTest {

    private static final Path LIMITS = Fixtures.RESOURCES.resolve("limits");

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileFixtures() throws IOException {
        rules = Fixtures.rulesWithBank(bank);
    }

    @Test
    void acceptsWhatItCannotSee() {
        rules.check(Fixtures.source(LIMITS.resolve("NotSeen.java")));
    }

    @Test
    void refusesWhatItCannotUnderstand() {
        rules.check(Fixtures.source(LIMITS.resolve("RefusedAlthoughRight.java")));
    }
}
