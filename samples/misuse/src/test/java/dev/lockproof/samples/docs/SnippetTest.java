package dev.lockproof.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.samples.misuse.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of the README and of the pages under {@code docs} compiles, or fails as the page says.
 *
 * <p>The blocks of a page make up one program. A comment above a block says more about it:
 *
 * <ul>
 *   <li>{@code file: Main.java}: the name, where it doesn't follow from the block; a later block of that name replaces it
 *   <li>{@code from: path}: the block is a part of that file, which the build compiles
 *   <li>{@code output}, on a text block: what the compiler prints for the block before, word for word but for the count
 *   <li>{@code output of: path}, on a text block: the same for a file of the repository
 *   <li>{@code prints: Main}, on a text block: what that class of the program prints
 * </ul>
 *
 * <p>A block with the comment {@code // error: [id]} on a line must be refused there, for that reason, and is left out of
 * the program.
 */
class SnippetTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.lockproof.samples.docs.Pages#withoutErrors")
    void snippetsCompile(Path page) throws IOException, InterruptedException {
        Program program = new Program(Pages.ROOT, folder);
        for (Block block : Block.of(Pages.ROOT.resolve(page))) {
            String place = page + ":" + block.line();
            if (block.isJava()) {
                program.add(block, place);
            } else if (block.marker().equals("output")) {
                assertThat(block.text().strip()).as(place).isEqualTo(program.lastOutput());
            } else if (!block.marked("output of").isEmpty()) {
                assertThat(block.text().strip()).as(place).isEqualTo(program.outputOf(block.marked("output of")));
            } else if (!block.marked("prints").isEmpty()) {
                assertThat(block.text().strip()).as(place).isEqualTo(program.run(block.marked("prints")));
            }
        }
        Compilation all = program.compile();
        assertThat(all.successful()).as(page + "\n" + all.output()).isTrue();
    }
}
