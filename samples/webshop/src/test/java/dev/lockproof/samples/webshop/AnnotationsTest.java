package dev.lockproof.samples.webshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the annotations of the samples, and compares them with docs/performance.md. */
class AnnotationsTest {

    private static final Path DOCUMENTED = Path.of("../../docs/performance.md");
    private static final Pattern ANNOTATION = Pattern.compile(
            "^\\s*(?!\\*|//|import).*?@(AcquiresLock|Locked|RunsInline|Fresh|Writable|PolyLocked|MaybeUnlocked)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"smallbank", "webshop"})
    void areAsFewAsDocumented(String sample) throws IOException {
        List<String> lines = lines(Path.of("..", sample, "src/main/java"));
        long annotations =
                lines.stream().filter(line -> ANNOTATION.matcher(line).find()).count();
        String row = "| %s | %d | %d | %.0f |"
                .formatted(sample, lines.size(), annotations, 1000.0 * annotations / lines.size());

        assertThat(DOCUMENTED).content().contains(row);
    }

    /** Lines of code: without blank ones and comments. */
    private static List<String> lines(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return sources.stream().flatMap(AnnotationsTest::code).toList();
        }
    }

    private static Stream<String> code(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.strip().matches("(/?\\*|//).*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
