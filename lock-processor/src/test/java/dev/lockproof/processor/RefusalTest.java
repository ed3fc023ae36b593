package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles each file under {@code refused}, which says in comments where it is refused and with which words. Nothing
 * else may be reported: one fault gives one message, also where other code uses the generated types.
 */
class RefusalTest {

    private static final String MARK = "// refused: ";
    private static final String MARK_BELOW = "// refused above: ";

    /** Annotations of others, whose imports are easily mixed up with ours. */
    private static final List<String> FOREIGN = List.of(
            "package jakarta.persistence;\npublic @interface Entity {}",
            "package jakarta.persistence;\npublic @interface Id {}",
            "package jakarta.persistence;\npublic @interface Column {\n String value(); }",
            "package jakarta.persistence;\npublic @interface Convert {}",
            "package jakarta.persistence;\npublic @interface Table {}",
            "package jakarta.persistence;\npublic @interface Transient {}",
            "package org.springframework.data.annotation;\npublic @interface Id {}",
            "package org.springframework.data.annotation;\npublic @interface Transient {}");

    static Stream<Named<Path>> files() {
        return programs("refused")
                .map(file -> Named.of(file.getParent().getFileName() + "/" + file.getFileName(), file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedAtTheMarkedLinesAndNowhereElse(Path file) {
        String source = Sources.read(file);

        Compilation compilation = Compilations.compile(
                processors(file), List.of("-Xlint:all,-processing,-auxiliaryclass"), withForeign(source));

        List<String> expected = expected(source);
        List<Diagnostic<?>> errors = new ArrayList<>(compilation.errors());
        assertThat(Compilations.messages(compilation)).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(errors.get(i).getLineNumber() + ": " + errors.get(i).getMessage(Locale.ROOT))
                    .contains(expected.get(i).substring(expected.get(i).indexOf(' ') + 1))
                    .startsWith(expected.get(i).substring(0, expected.get(i).indexOf(' ')))
                    .contains("[" + id(file, expected.get(i)) + "]")
                    .doesNotContain("\tat ")
                    .contains("See docs/errors/" + id(file, expected.get(i)) + ".md");
        }
    }

    /**
     * Compares each id's messages, word for word, with {@code refused/<id>/<id>.txt}. Run with
     * {@code -Dlockproof.golden=write} to write the files anew, then read what changed.
     */
    @ParameterizedTest
    @EnumSource(ErrorId.class)
    void saysItAsInTheGoldenFile(ErrorId id) throws IOException {
        String messages = programs("refused/" + id.id())
                .flatMap(file ->
                        Compilations.compile(processors(file), List.of("-proc:only"), withForeign(Sources.read(file)))
                                .errors()
                                .stream()
                                .map(error -> "%s:%d: error: %s%n"
                                        .formatted(
                                                file.getFileName(),
                                                error.getLineNumber(),
                                                error.getMessage(Locale.ROOT))))
                .collect(Collectors.joining("\n"))
                // Where the test throws is none of the message.
                .replaceAll(" at [\\w.$/]+\\([\\w.]+:\\d+\\)", " at …");
        Path golden = Path.of("src/test/resources/refused", id.id(), id.id() + ".txt");
        if ("write".equals(System.getProperty("lockproof.golden"))) {
            Files.writeString(golden, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(golden));
    }

    private static String[] withForeign(String source) {
        return Stream.concat(Stream.of(source), FOREIGN.stream()).toArray(String[]::new);
    }

    private static Stream<Path> programs(String folder) {
        return Sources.below(folder).stream().filter(file -> file.toString().endsWith(".java"));
    }

    private static String id(Path file, String expected) {
        int start = expected.indexOf('[');
        boolean named = start >= 0 && expected.indexOf(' ') + 1 == start;
        return named
                ? expected.substring(start + 1, expected.indexOf(']'))
                : file.getParent().getFileName().toString();
    }

    /** The processor never fails by itself, as far as we know: there it is made to. */
    private static List<Processor> processors(Path file) {
        if (!file.getParent().endsWith("ProcessorFailed")) {
            return Compilations.processors();
        }
        TypeWriter failing = model -> {
            throw new IllegalStateException("writer of " + model.simpleName());
        };
        return List.of(new EntityProcessor(List.of(failing)), new UnclaimedAnnotations());
    }

    /** The lines that are marked. */
    static List<Long> expectedLines(String source) {
        return expected(source).stream()
                .map(words -> Long.valueOf(words.substring(0, words.indexOf(':'))))
                .distinct()
                .toList();
    }

    /** What the marks say, as {@code line: words}. */
    private static List<String> expected(String source) {
        List<String> expected = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.contains(MARK)) {
                expected.add((i + 1) + ": " + line.substring(line.indexOf(MARK) + MARK.length()));
            } else if (line.startsWith(MARK_BELOW)) {
                expected.add(i + ": " + line.substring(MARK_BELOW.length()));
            }
        }
        return expected;
    }
}
