package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void sparesTheDeclarationThatAsksForItAndNoOther() {
        Fixtures.rules().check(Source.of("Keeper.java", """
                import dev.lockproof.*;

                class Keeper {
                    @SuppressWarnings("lockproof:proof.field")
                    LockProof<?> spared;

                    @SuppressWarnings({"unused", "lockproof:proof.field"})
                    static class Inner {
                        LockProof<?> spared;
                    }

                    @SuppressWarnings("lockproof:proof.array")
                    LockProof<?> otherRule; // error: [proof.field]

                    LockProof<?> reported; // error: [proof.field]

                    @SuppressWarnings("lockproof:proof.array")
                    void method() {
                        LockProof<?>[] spared;
                    }

                    void local() {
                        @SuppressWarnings("lockproof:proof.array")
                        LockProof<?>[] spared;
                        LockProof<?>[] reported; // error: [proof.array]
                    }
                }
                """));
    }

    @Test
    void warnsOfKeysThatSuppressNothing() {
        List<Report> reports = Fixtures.rules().compile(Source.of("Keeper.java", """
                import dev.lockproof.*;

                class Keeper {
                    @SuppressWarnings("lockproof:proof.feild") LockProof<?> misspelled;
                    @SuppressWarnings("lockproof") LockProof<?> noRule;
                    @SuppressWarnings({"nullness:unknown", "lockproofs"}) int others;
                    @SuppressWarnings("lockproof:save.not.writable") int ofTheChecker;
                }
                """));
        assertThat(reports)
                .extracting(report -> report.line() + " " + report.id())
                .containsExactlyInAnyOrder(
                        "4 proof.field", "4 suppression.unknown", "5 proof.field", "5 suppression.unknown");
        assertThat(reports).extracting(Report::message).anyMatch(text -> text.contains("mean 'proof.field'?"));
    }

    /** The rules of the layer above have pages, too, and no page is of a rule that can't be suppressed. */
    @Test
    void knowsTheIdsOfAllPages() throws IOException {
        Set<String> others = Set.of(
                "checker.not.started",
                "entity.not.generated",
                "lockproof.internal",
                "option.unknown",
                "stub.line",
                "suppression.unknown",
                "versions.differ");
        try (Stream<Path> pages = Files.list(Path.of("../docs/errors"))) {
            assertThat(Suppressions.ids())
                    .containsExactlyInAnyOrderElementsOf(
                            pages.map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))
                                    .filter(id -> id.contains(".") && !others.contains(id))
                                    .toList());
        }
    }
}
