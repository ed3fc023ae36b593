package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Jars;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that was compiled earlier is known by its jar alone: its qualifiers are in the class files. */
class CompiledEarlierTest {

    private static final Path EARLIER = Path.of("src/test/resources/earlier");

    @Test
    void isCheckedAgainstFromItsJar(@TempDir Path folder) throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Resources.compileShop(shop);
        Path shopJar = Jars.of(shop, folder.resolve("shop.jar"));
        CheckerHarness checker =
                CheckerHarness.create().withPlugin(CheckerPlugin::new).withClassPath(shopJar);
        Path library = Files.createDirectory(folder.resolve("library"));
        assertThat(checker.compileInto(library, sources("library"))).isEmpty();

        checker.withClassPath(Jars.of(library, folder.resolve("library.jar"))).check(sources("user"));
    }

    private static Source[] sources(String name) {
        Path folder = EARLIER.resolve(name);
        return Resources.javaFiles(folder).stream()
                .map(file -> Resources.source(folder.resolve(file)))
                .toArray(Source[]::new);
    }
}
