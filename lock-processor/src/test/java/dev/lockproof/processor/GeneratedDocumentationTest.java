package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated code has the Javadoc that a strict user demands of his own. */
class GeneratedDocumentationTest {

    private static final List<String> STRICT = List.of("-Xlint:all", "-Xdoclint:all/package", "-Werror");

    @Test
    void aRecordsTypesAreDocumented() {
        assertThat(Compilations.messages(Compilations.compile(Compilations.processors(), STRICT, """
                package bank;

                import dev.lockproof.annotations.Entity;
                import dev.lockproof.annotations.Id;
                import java.util.Optional;

                /**
                 * An order.
                 *
                 * @param id its number
                 * @param note what else there is to say
                 */
                @Entity
                public record Order(@Id String id, Optional<String> note) {}
                """)))
                .isEmpty();
    }

    @Test
    void aClassesTypesAreDocumented() {
        Compilation compilation = Compilations.compile(Compilations.processors(), STRICT, """
                package bank;

                import dev.lockproof.annotations.Entity;
                import dev.lockproof.annotations.Id;

                /** An account. */
                @Entity
                public class Account {
                    @Id private final Key key;

                    /**
                     * Creates it.
                     *
                     * @param key its key
                     */
                    public Account(Key key) {
                        this.key = key;
                    }

                    /**
                     * Gives its key.
                     *
                     * @return the key
                     */
                    Key getKey() {
                        return key;
                    }

                    /**
                     * A key.
                     *
                     * @param bank the bank
                     * @param number the number
                     */
                    public record Key(String bank, long number) {}
                }
                """);

        assertThat(Compilations.messages(compilation)).isEmpty();
    }
}
