package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that was compiled earlier is known by its jar alone: its annotations are in the class files. */
class CompiledEarlierTest {

    private static final Path EARLIER = Fixtures.RESOURCES.resolve("earlier");

    @Test
    void isCheckedAgainstFromItsJar(@TempDir Path folder) throws IOException {
        Path bank = folder.resolve("bank");
        Path library = folder.resolve("library");
        CheckerHarness rules = Fixtures.rules();
        assertThat(CheckerHarness.create().compileInto(Files.createDirectory(bank), Fixtures.bank()))
                .isEmpty();
        Path bankJar = Jars.of(bank, folder.resolve("bank.jar"));
        assertThat(rules.withClassPath(bankJar)
                        .compileInto(Files.createDirectory(library), Fixtures.sources(EARLIER.resolve("library"))))
                .isEmpty();
        Path libraryJar = Jars.of(library, folder.resolve("library.jar"));

        rules.withClassPath(bankJar).withClassPath(libraryJar).check(Fixtures.sources(EARLIER.resolve("user")));
    }
}
