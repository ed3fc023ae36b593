package dev.lockproof.functional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What javac made of sources.
 *
 * @param messages all that it said, in order
 * @param files the paths of the files that it wrote. Not what is in them: javac itself need not write the same bytes twice
 */
record ForeignCompilation(List<String> messages, Set<String> files) {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    /** Compiles with a processor that does nothing: with any at all, javac repeats some of its own warnings. */
    static ForeignCompilation alone(List<Path> sources, Path output) {
        return run(sources, output, List.of(new Idle()));
    }

    /** Compiles with the processor, the plugin and the checker, which are on the test's class path. */
    static ForeignCompilation withLockproof(List<Path> sources, Path output) {
        return run(sources, output, List.of(), "-processorpath", CLASS_PATH);
    }

    private static ForeignCompilation run(
            List<Path> sources, Path output, List<Processor> processors, String... options) {
        // All lints, but the one about annotations that no processor asks for.
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing,-path,-options", "-Xmaxwarns", "100000"));
        // commons-collections4 has methods that lists of later JDKs have, too, with another result.
        all.addAll(List.of("--release", "17"));
        all.addAll(List.of("-d", output.toString(), "-classpath", CLASS_PATH));
        all.addAll(List.of(options));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, messages, all, null, files.getJavaFileObjectsFromPaths(sources));
            if (!processors.isEmpty()) {
                task.setProcessors(processors);
            }
            task.call();
            return new ForeignCompilation(
                    messages.getDiagnostics().stream().map(Object::toString).toList(), written(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> written(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @SupportedAnnotationTypes("*")
    private static final class Idle extends AbstractProcessor {

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }
}
