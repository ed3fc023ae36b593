package dev.lockproof.checker;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import dev.lockproof.rules.Rules;
import dev.lockproof.rules.testing.CheckerHarness;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles every program under {@code cases} and compares the reports with the program's comments. */
class QualifierCasesTest {

    @TempDir
    static Path shop;

    private static CheckerHarness checker;

    @BeforeAll
    static void compileFixtures() {
        Resources.compileShop(shop);
        checker = CheckerHarness.create()
                .withPlugin(CheckerBesideTheProcessor::new)
                .withClassPath(shop)
                .withOption("-Xlint:all,-processing,-path,-classfile");
    }

    /** Nothing is generated for the entities of the cases, as where the processor has refused them. */
    private static final class CheckerBesideTheProcessor implements Plugin {

        @Override
        public String getName() {
            return "CheckerBesideTheProcessor";
        }

        @Override
        public void init(JavacTask task, String... arguments) {
            new CheckerPlugin().init(task, arguments);
            Rules unused = Rules.of(task);
            Rules.processorRuns(task.getElements());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reportsExactlyWhatTheCommentsExpect(Path file) {
        checker.check(Resources.caseSource(file));
    }

    /** Record patterns, patterns in {@code switch}, and those without a name. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void knowsThePatternsOfLaterVersions() {
        checker.check(Resources.caseSource(Path.of("..", "cases22", "patterns", "FiresPatterns.java")));
    }

    static List<Path> cases() {
        return Resources.cases();
    }
}
