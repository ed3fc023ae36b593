package dev.lockproof.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.samples.misuse.Compilation;
import dev.lockproof.samples.misuse.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On the page of an error, every snippet under "Wrong" gives the error and no other, and every other one compiles. Snippets
 * that leave something out, with three dots in its place, are left to the file in {@code src/misuse}.
 */
class ErrorPageTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.lockproof.samples.docs.Pages#ofErrors")
    void wrongIsWrongAndRightIsRight(Path page) throws IOException {
        String id = page.getFileName().toString().replace(".md", "");
        int number = 0;
        for (Block block : Block.of(Pages.ROOT.resolve(page))) {
            if (block.isJava() && !block.text().contains("…")) {
                Compilation compilation = compile(block, ++number);
                String place = page + ":" + block.line() + "\n" + compilation.output();
                // A lint is off here: that its examples are told apart is tested where the rules are.
                if (block.section().equals("Wrong") && !id.startsWith("lint.")) {
                    assertThat(compilation.errors())
                            .as(place)
                            .isNotEmpty()
                            .allMatch(error -> error.id().equals(id));
                } else {
                    assertThat(compilation.errors()).as(place).isEmpty();
                }
            }
        }
    }

    private Compilation compile(Block block, int number) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources" + number));
        Path classes = Files.createDirectory(folder.resolve("classes" + number));
        Snippet snippet = Snippet.of(block, number);
        Path file = Files.writeString(sources.resolve(snippet.file()), snippet.source());
        return Javac.compile(sources, List.of(file), classes);
    }
}
