package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final Source TWO = Source.of("Two.java", """
            import dev.lockproof.*;

            class Two {
                LockProof<?> kept;
            }

            class Three {
                LockProof<?> kept;
            }
            """);

    static Stream<Throwable> bugs() {
        return Stream.of(
                new IllegalStateException("broken"),
                new StackOverflowError("broken"),
                new OutOfMemoryError("broken"),
                new NoSuchMethodError("broken"),
                new AssertionError("broken"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void turnsABugOfOursIntoAMessageAndGoesOn(Throwable bug) {
        List<Report> reports =
                Fixtures.rules().withPlugin(() -> new Broken("", bug)).compile(TWO);
        assertThat(reports)
                .extracting(Report::summary)
                .containsExactly("Two.java:3: [lockproof.internal]", "Two.java:7: [lockproof.internal]");
        assertThat(reports)
                .extracting(Report::message)
                .satisfiesExactly(
                        two -> assertThat(two).contains("could not check Two."),
                        three -> assertThat(three).contains("could not check Three."));
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.kind()).isEqualTo(Diagnostic.Kind.MANDATORY_WARNING);
            assertThat(report.message())
                    .contains("bug in Lockproof", "issue tracker", bug + " at ", "docs/errors/lockproof.internal.md")
                    .doesNotContain("\tat ");
        });
    }

    /** What comes behind the class that can't be checked, in its file and in others, is checked as usual. */
    @ParameterizedTest
    @MethodSource("bugs")
    void checksAllOtherClassesAfterABugOfOurs(Throwable bug) {
        Source first = Source.of("First.java", """
                package shop;

                class First { // error: [lockproof.internal]
                    dev.lockproof.LockProof<Cursed> kept;
                }

                class Cursed {}

                class Second {
                    dev.lockproof.LockProof<?> kept; // error: [proof.field]
                }
                """);
        Source last = Source.of("Last.java", """
                package shop;

                class Last {
                    dev.lockproof.LockProof<?> kept; // error: [proof.field]
                }
                """);
        CheckerHarness rules = Fixtures.rules().withPlugin(() -> new Broken("Cursed", bug));
        rules.check(first, last);
        rules.check(last, first);
    }

    @Test
    void leavesTheClassesToWhomTheyWereHandedOver() {
        assertThat(Fixtures.rules().withPlugin(Taker::new).compile(TWO)).isEmpty();
    }

    @Test
    void leavesSingleRulesToWhoeverKnowsMore() {
        assertThat(Fixtures.rules().withPlugin(CasesTaker::new).compile(TWO)).isEmpty();
    }

    @Test
    void remembersWhatItWasToldThoughNobodyHoldsIt() {
        CheckerHarness toldFirst = CheckerHarness.create().withPlugin(Off::new);
        assertThat(toldFirst.withPlugin(RulesPlugin::new).compile(TWO)).isEmpty();
    }

    /** Turns the rules off before the plugin comes, and lets memory run short in between. */
    private static final class Off extends ForCompilation {
        @Override
        public void init(JavacTask task, String... args) {
            rules(task).turnOff();
            System.gc();
        }
    }

    /** Checks the classes itself, but one rule better than the core. */
    private static final class CasesTaker extends ForCompilation {
        @Override
        public void init(JavacTask task, String... args) {
            Rules rules = rules(task);
            rules.handOver(Rule.PROOF_FIELD);
            Trees trees = Trees.instance(task);
            task.addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                        rules.check(trees.getPath(event.getTypeElement()));
                    }
                }
            });
        }
    }

    /** Stands for the Checker Framework layer. */
    private static final class Taker extends ForCompilation {
        @Override
        public void init(JavacTask task, String... args) {
            rules(task).handOver();
        }
    }

    private static final class Broken extends ForCompilation {

        private final String word;
        private final Throwable bug;

        /** Fails wherever a word is in what it is asked about. */
        Broken(String word, Throwable bug) {
            this.word = word;
            this.bug = bug;
        }

        @Override
        public void init(JavacTask task, String... args) {
            Facts facts = rules(task).facts();
            rules(task).useFacts((Facts) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Facts.class}, (proxy, method, arguments) -> {
                        if (arguments[0].toString().contains(word)) {
                            throw bug;
                        }
                        return method.invoke(facts, arguments);
                    }));
        }
    }

    private abstract static class ForCompilation implements Plugin {

        static Rules rules(JavacTask task) {
            return Rules.of(task);
        }

        @Override
        public String getName() {
            return "Test";
        }
    }
}
