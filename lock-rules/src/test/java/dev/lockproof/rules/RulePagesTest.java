package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiles the examples of the pages under {@code docs/errors}: the wrong ones are refused for what the page is about. */
class RulePagesTest {

    private static final Pattern EXAMPLES =
            Pattern.compile("## Wrong\\R\\R```java\\R(.*?)```\\R\\R## Right\\R\\R```java\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileFixtures() throws IOException {
        rules = Fixtures.withLints(Fixtures.rulesWithBank(bank));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void refusesTheWrongAndAcceptsTheRight(Rule rule) throws IOException {
        Matcher examples = EXAMPLES.matcher(Files.readString(Path.of("..").resolve(rule.page())));
        assertThat(examples.find()).isTrue();
        assertThat(rules.compile(program(examples.group(1))))
                .isNotEmpty()
                .extracting(Report::id)
                .containsOnly(rule.id());
        assertThat(rules.compile(program(examples.group(2)))).isEmpty();
    }

    private static Source program(String members) {
        return Source.of("Page.java", """
                import bank.*;
                import dev.lockproof.*;
                import dev.lockproof.annotations.*;
                import dev.lockproof.spi.EntityStore;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.function.*;

                class Page {
                    AccountRepository accounts;
                    OrderRepository orders;
                    LockService locks;
                    EntityStore store;
                    Executor executor;

                """ + members + "}\n");
    }
}
