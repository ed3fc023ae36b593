package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A strict build needs nobody else to claim our annotations, and nobody else is kept from running. */
class UnclaimedAnnotationsTest {

    private static final String ORDER = Sources.read("golden/input/Order.java");

    @Test
    void aBuildInWhichEveryWarningIsAnErrorPasses() {
        assertThat(Compilations.compile(ORDER).status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void withoutTheClaimItWouldFail() {
        Compilation compilation =
                Compilations.compile(List.of(new EntityProcessor()), List.of("-Xlint:all", "-Werror"), ORDER);

        assertThat(Compilations.messages(compilation)).anyMatch(message -> message.contains("No processor claimed"));
    }

    @Test
    void noneOfTheOtherProcessorsClaims() {
        Compilation compilation = Compilations.compile(
                List.of(new EntityProcessor(), new QualifierProcessor()), List.of("-Xlint:processing"), ORDER);

        assertThat(Compilations.messages(compilation))
                .anyMatch(message -> message.contains("No processor claimed")
                        && message.contains("dev.lockproof.annotations.Entity"));
    }
}
