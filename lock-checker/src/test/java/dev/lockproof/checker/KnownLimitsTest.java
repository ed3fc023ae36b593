package dev.lockproof.checker;

import dev.lockproof.rules.testing.CheckerHarness;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps docs/soundness.md honest about the qualifiers, as its namesake does about the rules. */
class KnownLimitsTest {

    @TempDir
    static Path shop;

    private static CheckerHarness checker;

    @BeforeAll
    static void compileFixtures() {
        Resources.compileShop(shop);
        checker = CheckerHarness.create().withPlugin(CheckerPlugin::new).withClassPath(shop);
    }

    @Test
    void acceptsWhatItCannotSee() {
        checker.check(Resources.limit("NotSeen.java"));
    }

    @Test
    void refusesWhatItCannotUnderstand() {
        checker.check(Resources.limit("RefusedAlthoughRight.java"));
    }
}
