package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources in memory with the processors. */
final class Compilations {

    private Compilations() {}

    /** The processors in the order in which a compiler finds them. */
    static List<Processor> processors() {
        return List.of(new EntityProcessor(), new QualifierProcessor(), new UnclaimedAnnotations());
    }

    /** Compiles as a strict user does: every warning is an error. */
    static Compilation compile(String... sources) {
        return compile(processors(), List.of("-Xlint:all", "-Werror"), sources);
    }

    static Compilation compile(List<Processor> processors, List<String> options, String... sources) {
        return Compiler.javac()
                .withProcessors(processors)
                .withOptions(options)
                .compile(Arrays.stream(sources).map(Compilations::file).toList());
    }

    /** A source file, named by what it declares. */
    static JavaFileObject file(String source) {
        return JavaFileObjects.forSourceString(Sources.typeName(source), source);
    }

    /** Compiles what must compile, and gives the generated sources by file name. */
    static Map<String, String> generate(String... sources) {
        Compilation compilation = compile(sources);
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(String.join("\n", messages(compilation)));
        }
        return generated(compilation);
    }

    static Map<String, String> generated(Compilation compilation) {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
            try {
                files.put(name, new String(file.openInputStream().readAllBytes(), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Gives the generated tables by file name. */
    static Map<String, String> tables(String... sources) {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compile(sources).generatedFiles()) {
            if (file.getName().endsWith(".sql")) {
                String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
                try {
                    files.put(name, new String(file.openInputStream().readAllBytes(), UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    /** Everything that the compiler said, each with its line. */
    static List<String> messages(Compilation compilation) {
        List<String> messages = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            messages.add("%s:%d: %s: %s"
                    .formatted(
                            diagnostic.getSource() == null
                                    ? "-"
                                    : diagnostic.getSource().getName(),
                            diagnostic.getLineNumber(),
                            diagnostic.getKind(),
                            diagnostic.getMessage(null)));
        }
        return messages;
    }
}
