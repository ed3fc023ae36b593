package dev.lockproof.checker;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs under {@code src/test/resources}. */
final class Resources {

    private static final Path ROOT = Path.of("src/test/resources");

    private Resources() {}

    /** Lists the programs of the cases, as {@code <id>/<file>}. */
    static List<Path> cases() {
        return javaFiles(ROOT.resolve("cases"));
    }

    static Path casePath(Path relative) {
        return ROOT.resolve("cases").resolve(relative);
    }

    static Source caseSource(Path relative) {
        return source(casePath(relative));
    }

    static Source limit(String file) {
        return source(ROOT.resolve("limits").resolve(file));
    }

    /** Compiles the entities of the fixture, with what would be generated for them, by plain javac. */
    static void compileShop(Path output) {
        compile(ROOT.resolve("fixtures/shop"), output);
    }

    /** Compiles all files of a folder by plain javac. */
    static void compile(Path folder, Path output) {
        Source[] sources = javaFiles(folder).stream()
                .map(file -> source(folder.resolve(file)))
                .toArray(Source[]::new);
        try {
            CheckerHarness.create().compileInto(output, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(Path file) {
        try {
            return Source.of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists the programs of a folder, relative to it. */
    static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
