package dev.lockproof.checker;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.lockproof.rules.RulesPlugin;
import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code that is nested so deeply that the checker's stack overflows, but not yet javac's own, costs one warning: all other
 * classes are checked.
 */
class DeepCodeTest {

    private static final long JAVACS_STACK = 256 << 20;
    private static final long CHECKERS_STACK = 1 << 19;
    private static final Source FIRES = Resources.caseSource(Path.of("save.not.writable", "FiresReference.java"));

    @TempDir
    Path shop;

    /** First only the framework's stack overflows, then that of the rules, too, then that of the first look at a class. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 4_000, 16_000})
    void saysOnceWhichClassIsTooDeepAndGoesOn(int depth) {
        Resources.compileShop(shop);
        Map<String, List<Report>> reports = compile(depth);
        assertThat(reports.get("Deep.java")).singleElement().satisfies(DeepCodeTest::isOurs);
        assertThat(reports.get("FiresReference.java"))
                .extracting(Report::summary)
                .containsExactlyElementsOf(FIRES.expected());
    }

    private static void isOurs(Report bug) {
        assertThat(bug.summary()).isEqualTo("Deep.java:3: [lockproof.internal]");
        assertThat(bug.kind()).isEqualTo(Diagnostic.Kind.MANDATORY_WARNING);
        assertThat(bug.message())
                .contains("could not check bank.Deep.", "StackOverflowError", "docs/errors/lockproof.internal.md")
                .doesNotContain("\tat ");
    }

    private Map<String, List<Report>> compile(int depth) {
        Source deep = Source.of("Deep.java", """
                package bank;

                class Deep {
                    Deep self() {
                        return this;
                    }

                    void deep(shop.AccountRepository accounts) {
                        accounts.save(new shop.Account("" + this%s, "", 0));
                    }
                }
                """.formatted(".self()".repeat(depth)));
        CheckerHarness checker = CheckerHarness.create()
                .withPlugin(RulesPlugin::new)
                .withPlugin(SmallStack::new)
                .withClassPath(shop);
        List<Report> reports = new ArrayList<>();
        onStack(JAVACS_STACK, () -> reports.addAll(checker.compile(deep, FIRES)));
        return reports.stream().collect(groupingBy(Report::file));
    }

    private static void onStack(long size, Runnable action) {
        Thread thread = new Thread(null, action, "compiler", size);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts the checker with a stack of its own. On a common one, it depends on what is compiled whose overflows first. */
    private static final class SmallStack implements Plugin {

        @Override
        public String getName() {
            return "SmallStack";
        }

        @Override
        public void init(JavacTask task, String... arguments) {
            CheckerStart checker = new CheckerStart(task);
            task.addTaskListener(new TaskListener() {
                @Override
                public void started(TaskEvent event) {
                    onStack(CHECKERS_STACK, () -> checker.started(event));
                }

                @Override
                public void finished(TaskEvent event) {
                    onStack(CHECKERS_STACK, () -> checker.finished(event));
                }
            });
        }
    }
}
