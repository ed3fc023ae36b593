package dev.lockproof.benchmarks.compile;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that a user puts on the class path and on the processor path.
 *
 * @param classPath the annotations and the runtime
 * @param idle a processor that does nothing
 * @param processor the processor without the rules, which its jar has, too
 * @param processorAndRules the processor as it is published
 * @param all the checker as well
 */
record Tools(
        List<Path> classPath, Extensions idle, Extensions processor, Extensions processorAndRules, Extensions all) {

    private static final List<String> ON_CLASS_PATH =
            List.of("lock-annotations-", "lock-runtime-", "lock-memory-", "jspecify-", "checker-qual-");
    private static final String PLUGINS = "META-INF/services/com.sun.source.util.Plugin";

    /** What the Checker Framework uses of the compiler. */
    private static final List<String> JVM_ARGUMENTS = Stream.concat(
                    Stream.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util")
                            .map(name -> "-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"),
                    Stream.of("-J--add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED"))
            .toList();

    /** Finds the jars where the build copies them. */
    static Tools besideThisProgram(Path temporary) throws IOException, URISyntaxException {
        Path program = Path.of(
                Tools.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> libraries = jars(program.resolveSibling("lib")).stream()
                .filter(jar -> ON_CLASS_PATH.stream().anyMatch(nameOf(jar)::startsWith))
                .toList();
        List<Path> extensions = jars(program.resolveSibling("processors"));
        List<Path> processor = extensions.stream()
                .filter(jar -> nameOf(jar).startsWith("lock-processor-"))
                .toList();
        if (libraries.size() != ON_CLASS_PATH.size() || processor.size() != 1) {
            throw new IllegalStateException("Jars are missing beside " + program + ": build with mvn package");
        }
        Path withoutRules = JarCopy.without(PLUGINS, processor.get(0), temporary.resolve("processor.jar"));
        return new Tools(
                libraries,
                new Extensions(List.of(IdleProcessor.jar(temporary.resolve("idle.jar"))), List.of()),
                new Extensions(List.of(withoutRules), List.of()),
                new Extensions(processor, List.of()),
                new Extensions(extensions, JVM_ARGUMENTS));
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static String nameOf(Path jar) {
        return String.valueOf(jar.getFileName());
    }
}
