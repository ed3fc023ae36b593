package dev.lockproof.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The harness must not be content with anything. */
class SourceTest {

    @Test
    void expectsWhatStandsOnTheLineOrDirectlyAboveIt() {
        Source source = Source.of("A.java", """
                int a; // error: [one.rule]
                // error: [two.rule]
                // error: [three.rule]
                int b; // error: [four.rule] [five.rule]
                // error: none
                """);
        assertThat(source.expected())
                .containsExactly(
                        "A.java:1: [one.rule]",
                        "A.java:4: [two.rule]",
                        "A.java:4: [three.rule]",
                        "A.java:4: [four.rule]",
                        "A.java:4: [five.rule]");
    }

    @Test
    void failsWhenSomethingIsMissingOrTooMuch() {
        CheckerHarness javac = CheckerHarness.create();
        javac.check(Source.of("A.java", "class A {}"));
        assertThatThrownBy(() -> javac.check(Source.of("A.java", "class A {} // error: [some.rule]")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("A.java:1: [some.rule]");
        assertThatThrownBy(() -> javac.check(Source.of("A.java", "class A { B b; }")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cannot find symbol");
    }
}
