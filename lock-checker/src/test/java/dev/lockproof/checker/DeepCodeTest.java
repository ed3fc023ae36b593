package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code that is nested so deeply that the checker's stack overflows, but not yet javac's own, costs one warning: all other
 * classes are checked.
 */
class DeepCodeTest {

    private static final long STACK = 1 << 20;
    private static final int TOO_DEEP = 100_000;
    private static final Source FIRES = Resources.caseSource(Path.of("save.not.writable", "FiresReference.java"));

    @TempDir
    Path shop;

    @Test
    void saysWhichClassIsTooDeepAndGoesOn() throws InterruptedException {
        Resources.compileShop(shop);
        for (int depth = 200; depth < TOO_DEEP; depth += depth / 20) {
            List<Report> reports = compile(depth);
            List<Report> bugs = reports.stream()
                    .filter(report -> report.id().equals("lockproof.internal"))
                    .toList();
            if (!bugs.isEmpty()) {
                assertThat(bugs).allSatisfy(bug -> {
                    assertThat(bug.kind()).isEqualTo(Diagnostic.Kind.MANDATORY_WARNING);
                    assertThat(bug.message())
                            .contains("could not check Deep", "StackOverflowError", "docs/errors/lockproof.internal.md")
                            .doesNotContain("\tat ");
                });
                assertThat(reports)
                        .filteredOn(report -> report.file().equals("FiresReference.java"))
                        .extracting(Report::summary)
                        .containsExactlyElementsOf(FIRES.expected());
                return;
            }
        }
        throw new AssertionError("Nothing is too deep for the checker");
    }

    private List<Report> compile(int depth) throws InterruptedException {
        Source deep = Source.of("Deep.java", """
                class Deep {
                    shop.AccountRepository accounts;

                    Deep self() {
                        return this;
                    }

                    void deep(shop.Account account) {
                        accounts.save(new shop.Account("" + this%s, "", 0));
                    }
                }
                """.formatted(".self()".repeat(depth)));
        CheckerHarness checker =
                CheckerHarness.create().withPlugin(CheckerPlugin::new).withClassPath(shop);
        List<Report> reports = new ArrayList<>();
        Thread thread = new Thread(null, () -> reports.addAll(checker.compile(deep, FIRES)), "compiler", STACK);
        thread.start();
        thread.join();
        return reports;
    }
}
