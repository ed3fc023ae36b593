package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The flags are the same wherever they are written. */
class JavacAccessTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void documentsTheLinesToPaste() {
        assertThat(ROOT.resolve("docs/how-to/maven-setup.md"))
                .content()
                .contains(String.join("\n", JavacAccess.needed()) + "\n```");
    }

    @Test
    void isGivenThemInOurOwnBuild() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".mvn/jvm.config"))).containsAll(JavacAccess.needed());
        assertThat(JavacAccess.missing()).isEmpty();
    }

    @Test
    void listsAllInTheMessage() {
        assertThat(JavacAccess.message(JavacAccess.needed())).contains(JavacAccess.needed());
    }
}
