package dev.lockproof.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.samples.misuse.Compilation;
import dev.lockproof.samples.misuse.Javac;
import dev.lockproof.samples.misuse.Markers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program that the blocks of a page make up. */
final class Program {

    private final Path root;
    private final Path sources;
    private final Path classes;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private Compilation last = new Compilation(true, "");

    Program(Path root, Path folder) throws IOException {
        this.root = root;
        this.sources = Files.createDirectory(folder.resolve("sources"));
        this.classes = Files.createDirectory(folder.resolve("classes"));
    }

    void add(Block block, String place) throws IOException {
        if (!block.marked("from").isEmpty()) {
            assertThat(unindented(Files.readString(root.resolve(block.marked("from")))))
                    .as(place)
                    .contains(unindented(block.text()));
            return;
        }
        Snippet snippet = Snippet.of(block, files.size() + 1);
        Path file = Files.writeString(sources.resolve(snippet.file()), snippet.source());
        List<String> refusals = Markers.of(snippet.source().lines().toList());
        if (refusals.isEmpty()) {
            files.put(snippet.file(), file);
        } else {
            refuse(file, refusals, place);
        }
    }

    /** Says what the compiler printed for the block that was added last. */
    String lastOutput() {
        return withoutCount(last);
    }

    /** Says what the compiler prints for a file of the repository. */
    String outputOf(String path) {
        Path file = root.resolve(path);
        return withoutCount(Javac.compile(file.getParent(), List.of(file), classes));
    }

    Compilation compile() throws IOException {
        return files.isEmpty()
                ? new Compilation(true, "")
                : Javac.compile(sources, List.copyOf(files.values()), classes);
    }

    String run(String mainClass) throws IOException, InterruptedException {
        Compilation compilation = compile();
        assertThat(compilation.successful()).as(compilation.output()).isTrue();
        Path complaints = sources.resolve("stderr.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        mainClass)
                .redirectError(complaints.toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
        return printed.strip();
    }

    private void refuse(Path file, List<String> refusals, String place) {
        List<Path> all = new ArrayList<>(files.values());
        all.remove(file);
        all.add(file);
        last = Javac.compile(sources, all, classes);
        assertThat(last.errors().stream().map(error -> error.line() + " " + error.id()))
                .as(place + "\n" + last.output())
                .containsExactlyElementsOf(refusals);
    }

    private static String withoutCount(Compilation compilation) {
        return compilation.output().replaceAll("(?m)^\\d+ errors?$", "").strip();
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^\\s+", "");
    }
}
