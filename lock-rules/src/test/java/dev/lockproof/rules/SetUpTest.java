package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A build whose set-up would leave code unchecked is told so. */
class SetUpTest {

    private static final Source FINE = Source.of("Fine.java", "class Fine {}");
    private static final Source ENTITY = Source.of("Account.java", """
            package shop;

            import dev.lockproof.annotations.*;

            @Entity
            record Account(@Id String id) {}
            """);

    @Test
    void refusesAnEntityOfWhichNothingWasGenerated() {
        List<Report> reports = Fixtures.rules().withOption("-proc:none").compile(ENTITY);
        assertThat(reports).extracting(Report::id).containsExactly("entity.not.generated");
        assertThat(reports).extracting(Report::kind).containsExactly(Diagnostic.Kind.ERROR);
        assertThat(reports.get(0).message()).contains("no LockedAccount", "lock-processor", "-proc:full");
    }

    @Test
    void refusesANestedEntityOfWhichNothingWasGenerated() {
        Source nested = Source.of("Bank.java", """
                import dev.lockproof.annotations.*;

                class Bank {
                    interface Parts {
                        @Entity
                        record Account(@Id String id) {}
                    }
                }
                """);
        List<Report> reports = Fixtures.rules().withOption("-proc:none").compile(nested);
        assertThat(reports).extracting(Report::summary).containsExactly("Bank.java:6: [entity.not.generated]");
    }

    /** Where other processors run, javac gives up before it attributes a class. */
    @Test
    void saysWhyGeneratedTypesAreNotFound() {
        Source user = Source.of("User.java", "package shop; class User { LockedAccount account; }");
        List<Report> reports = Fixtures.rules().withProcessor(RulesOptions::new).compile(ENTITY, user);
        assertThat(reports).extracting(Report::id).contains("entity.not.generated");
        assertThat(reports).extracting(Report::file).contains("User.java");
        assertThat(reports).hasSize(2);
    }

    @Test
    void acceptsWhatWasGeneratedInAStepOfItsOwn() {
        assertThat(Fixtures.rules()
                        .withOption("-proc:none")
                        .compile(ENTITY, Source.of("LockedAccount.java", "package shop; class LockedAccount {}")))
                .isEmpty();
    }

    @Test
    void leavesEntitiesOfOthersAlone() {
        assertThat(Fixtures.rules()
                        .withOption("-proc:none")
                        .compile(Source.of("Other.java", "@interface Entity {}\n@Entity class Other {}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-Alockproof.rule=off, Did you mean 'lockproof.rules'?",
        "-Alockproof.verbose, -Alockproof.verbose is no option",
        "-Alockproof.rules=of, Did you mean 'off'?",
        "-Alockproof.rules, has no meaning",
        "-Alockproof.stubs, has no meaning",
        "'-Alockproof.lint=wait,weit', -Alockproof.lint=weit has no meaning. Did you mean 'wait'?",
        "-Alockproof.lint=sleep, There is -Alockproof.rules=on"
    })
    void warnsOfAnOptionThatMeansNothing(String option, String text) {
        List<Report> reports = Fixtures.rules()
                .withProcessor(RulesOptions::new)
                .withOption(option)
                .compile(FINE);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.id()).isEqualTo("option.unknown");
            assertThat(report.message()).contains(text, "-Alockproof.rules=off");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Alockproof.rules=on", "-Alockproof.rules=off", "-Alockproof.lint=wait"})
    void acceptsOptionsThatMeanSomething(String option) {
        assertThat(Fixtures.rules()
                        .withProcessor(RulesOptions::new)
                        .withOption(option)
                        .compile(FINE))
                .isEmpty();
    }
}
