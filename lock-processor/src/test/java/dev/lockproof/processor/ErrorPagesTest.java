package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each id has a page that explains it and a file that is refused with it. */
class ErrorPagesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @ParameterizedTest
    @EnumSource(ErrorId.class)
    void hasAPage(ErrorId id) {
        Path page = ROOT.resolve(id.page());

        assertThat(page).isRegularFile();
        assertThat(Sources.read(page))
                .startsWith("# " + id.id() + "\n")
                .contains("\n## Wrong\n", "\n## Right\n", "\n## Why\n");
    }

    @ParameterizedTest
    @EnumSource(ErrorId.class)
    void hasANegativeTest(ErrorId id) {
        assertThat(Files.isDirectory(Sources.directory("refused").resolve(id.id())))
                .isTrue();
        List<Path> files = Sources.below("refused/" + id.id()).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.read(file)).contains("// refused: "));
    }
}
