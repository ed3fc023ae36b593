package dev.lockproof.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that knows nothing of Lockproof is compiled as ever, whatever is on the processor path. */
class ForeignCodeTest {

    private static final Path FOREIGN = Path.of("target", "foreign");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"commons-lang3", "commons-collections4"})
    void givesTheSameMessagesAndClasses(String library) throws IOException {
        List<Path> sources = sourcesOf(library);
        ForeignCompilation alone = ForeignCompilation.alone(sources, Files.createDirectory(folder.resolve("alone")));
        ForeignCompilation with =
                ForeignCompilation.withLockproof(sources, Files.createDirectory(folder.resolve("with")));
        assertThat(alone.files()).hasSizeGreaterThan(sources.size());
        assertThat(with.messages()).isEqualTo(alone.messages());
        assertThat(with.files()).isEqualTo(alone.files());
    }

    /** The checker does run in such a compilation, and finds the one class that it is for. */
    @Test
    void findsTheFaultAmongForeignClasses() throws IOException {
        Path account = Files.writeString(folder.resolve("Entry.java"), """
                import dev.lockproof.annotations.Entity;
                import dev.lockproof.annotations.Id;

                @Entity
                record Entry(@Id String id) {}
                """);
        Path wrong = Files.writeString(folder.resolve("Wrong.java"), """
                class Wrong {
                    static void save(EntryRepository entries, Entry entry) {
                        entries.save(entry);
                    }
                }
                """);
        List<Path> sources = new ArrayList<>(sourcesOf("commons-lang3"));
        sources.add(sources.size() / 2, wrong);
        sources.add(account);
        ForeignCompilation with =
                ForeignCompilation.withLockproof(sources, Files.createDirectory(folder.resolve("with")));
        assertThat(with.messages())
                .filteredOn(message -> message.contains("error:"))
                .singleElement()
                .asString()
                .contains("Wrong.java:3", "[save.not.writable]");
    }

    /** A library's module descriptor asks for the modules of its own build. */
    private static List<Path> sourcesOf(String library) {
        try (Stream<Path> files = Files.walk(FOREIGN.resolve(library))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
