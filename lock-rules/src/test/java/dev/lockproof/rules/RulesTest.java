package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

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

    @Test
    void turnsABugOfOursIntoAMessageAndGoesOn() {
        List<Report> reports = Fixtures.rules().withPlugin(Broken::new).compile(TWO);
        assertThat(reports).extracting(Report::id).containsExactly("lockproof.internal", "lockproof.internal");
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.kind()).isEqualTo(Diagnostic.Kind.MANDATORY_WARNING);
            assertThat(report.message())
                    .contains("bug in Lockproof", "issue tracker", "java.lang.IllegalStateException: broken");
        });
    }

    @Test
    void leavesTheClassesToWhomTheyWereHandedOver() {
        assertThat(Fixtures.rules().withPlugin(Taker::new).compile(TWO)).isEmpty();
    }

    @Test
    void leavesSingleRulesToWhoeverKnowsMore() {
        assertThat(Fixtures.rules().withPlugin(CasesTaker::new).compile(TWO)).isEmpty();
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
        @Override
        public void init(JavacTask task, String... args) {
            rules(task).useFacts(new BrokenFacts());
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

    private static final class BrokenFacts implements Facts {

        @Override
        public boolean isProof(TypeMirror type) {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean isLocked(VariableElement variable) {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean returnsLocked(ExecutableElement method) {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean acquires(ExecutableElement executable) {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean runsInline(ExecutableElement executable, int parameter) {
            throw new IllegalStateException("broken");
        }
    }
}
