package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class RulesPluginTest {

    private static final Source WRONG = Source.of("Wrong.java", """
            import dev.lockproof.*;
            import dev.lockproof.annotations.*;

            class Wrong {
                LockProof<?> kept; // error: [proof.field]

                @AcquiresLock
                void task() {}
            }
            """);

    /** The harness gives the plugin's own class path as processor path when told to. */
    private static CheckerHarness autoStarted() {
        return CheckerHarness.create().withOption("-processorpath").withOption(System.getProperty("java.class.path"));
    }

    @Test
    void startsByItselfFromTheProcessorPath() {
        autoStarted().withOption("-Xlint:all,-processing,-path").check(WRONG);
    }

    @Test
    void worksWithoutAnnotationProcessing() {
        autoStarted().withOption("-proc:none").check(WRONG);
    }

    @Test
    void worksWhereAnotherProcessorClaimsEverything() {
        Fixtures.rules().withProcessor(ClaimsAll::new).check(WRONG);
    }

    @Test
    void letsCompilationGoOnToOtherErrors() {
        List<Report> reports = Fixtures.rules()
                .compile(
                        WRONG,
                        Source.of("Other.java", "class Other { LockProof kept; dev.lockproof.LockProof<?> p; }"));
        assertThat(reports).extracting(Report::summary).contains("Wrong.java:5: [proof.field]");
        assertThat(reports).extracting(Report::file).contains("Other.java");
    }

    @Test
    void isTurnedOffByAnOption() {
        assertThat(Fixtures.rules()
                        .withProcessor(RulesOptions::new)
                        .withOption("-Alockproof.rules=off")
                        .compile(WRONG))
                .isEmpty();
    }

    @Test
    void isTurnedOffByAPluginArgument() {
        assertThat(autoStarted()
                        .withOption("-Xplugin:Lockproof off")
                        .withOption("-proc:none")
                        .compile(WRONG))
                .isEmpty();
    }

    @Test
    void hasNothingToTurnOffInOtherCompilers() {
        ProcessingEnvironment other = (ProcessingEnvironment) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getOptions") ? Map.of("lockproof.rules", "off") : null);
        assertThatNoException().isThrownBy(() -> new RulesOptions().init(other));
    }

    /** As Gradle does, to see what processors generate. */
    @Test
    void isTurnedOffByAnOptionInAWrappedEnvironment() {
        assertThat(Fixtures.rules()
                        .withProcessor(Wrapped::new)
                        .withOption("-Alockproof.rules=off")
                        .compile(WRONG))
                .isEmpty();
    }

    @Test
    void staysOnForOtherValuesOfTheOption() {
        Fixtures.rules()
                .withProcessor(RulesOptions::new)
                .withOption("-Alockproof.rules=on")
                .check(WRONG);
    }

    @Test
    void reportsOnceHoweverOftenItIsStarted() {
        Fixtures.rules().withPlugin(RulesPlugin::new).check(WRONG);
    }

    @Test
    void disturbsNoStrictBuild() {
        assertThat(Fixtures.rules()
                        .withProcessor(RulesOptions::new)
                        .withOption("-Xlint:all")
                        .withOption("-Werror")
                        .withOption("-Alockproof.rules=on")
                        .compile(Source.of(
                                "Fine.java",
                                "class Fine { Fine() {} @Override public String toString() { return \"\"; } }")))
                .filteredOn(report -> !report.message().contains("No processor claimed"))
                .filteredOn(report -> !report.message().contains("-Werror"))
                .isEmpty();
    }

    private static final class Wrapped extends AbstractProcessor {

        private final RulesOptions options = new RulesOptions();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            options.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> method.invoke(environment, arguments)));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return options.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return options.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return options.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }

    /** What processors should not do, and some do. */
    @SuppressWarnings("DoNotClaimAnnotations")
    private static final class ClaimsAll extends AbstractProcessor {

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return true;
        }
    }
}
