package dev.lockproof.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The README, the pages under {@code docs}, and those of the samples. */
final class Pages {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Pages() {}

    /** All pages but those of the errors, whose snippets are wrong on purpose. */
    static List<Path> withoutErrors() throws IOException {
        return all().stream().filter(page -> !isOfAnError(page)).toList();
    }

    static List<Path> ofErrors() throws IOException {
        return all().stream().filter(Pages::isOfAnError).toList();
    }

    private static boolean isOfAnError(Path page) {
        return page.startsWith("docs/errors") && !page.endsWith("README.md");
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> samples =
                        Files.find(ROOT.resolve("samples"), 2, (file, attributes) -> file.endsWith("README.md"))) {
            return Stream.of(Stream.of(ROOT.resolve("README.md")), docs, samples)
                    .flatMap(pages -> pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .sorted()
                    .toList();
        }
    }
}
