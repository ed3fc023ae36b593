package dev.lockproof.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eclipse's compiler, which many editors use, gives what javac gives. Only where something is in a record, it can't tell:
 * it shows such messages without a line.
 */
class EcjTest {

    @TempDir
    private Path directory;

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    @Test
    void generatesTheSameBytesAsJavac() throws IOException {
        String account = Sources.read("golden/input/Account.java");
        String order = Sources.read("golden/input/Order.java");

        assertThat(compile(account, order))
                .as("%s", diagnostics.getDiagnostics())
                .isTrue();

        assertThat(generated()).isEqualTo(Compilations.generate(account, order));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EntityNoId/OnClass",
                "EntityConstructor/WithAbbreviatedParameter",
                "EntityMutableId/WithSetter",
                "EntityNameClash/WithMethodOfProof",
                "EntityPropertyType/OfCollection"
            })
    void refusesAtTheSameLines(String name) throws IOException {
        String source = Sources.read("refused/" + name + ".java");

        assertThat(compile(source)).isFalse();

        assertThat(errorLines()).isEqualTo(RefusalTest.expectedLines(source));
    }

    @Test
    void anEntityMayNameItsOwnProof() throws IOException {
        assertThat(compile("""
                        package bank;

                        import dev.lockproof.annotations.Entity;
                        import dev.lockproof.annotations.Id;

                        @Entity
                        record Account(@Id String id, long balance) {
                            long with(LockedAccount other) {
                                return balance + other.balance();
                            }
                        }
                        """)).as("%s", diagnostics.getDiagnostics()).isTrue();
    }

    /** It has no javac plugins. What javac refuses with the same processor path compiles, without a word. */
    @Test
    void isSilentAboutWhatTheRulesRefuse() throws IOException {
        String[] sources = {Sources.read("golden/input/Account.java"), """
                package bank;

                class Payments {
                    LockedAccount kept;
                }
                """};
        List<String> onPath = List.of("--release", "17", "-processorpath", System.getProperty("java.class.path"));

        assertThat(compile(new EclipseCompiler(), onPath, null, sources)).isTrue();
        assertThat(messages()).isEmpty();

        assertThat(compile(ToolProvider.getSystemJavaCompiler(), onPath, null, sources))
                .isFalse();
        assertThat(messages()).singleElement().asString().startsWith("[proof.field]");
    }

    private List<String> messages() {
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                .map(d -> d.getMessage(null))
                .toList();
    }

    private boolean compile(String... sources) throws IOException {
        return compile(new EclipseCompiler(), List.of("-17"), Compilations.processors(), sources);
    }

    private boolean compile(
            JavaCompiler compiler, List<String> options, @Nullable List<Processor> processors, String... sources)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            String name = Sources.typeName(source);
            Path file = directory.resolve("src/" + name.replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source, UTF_8));
        }
        Files.createDirectories(directory.resolve("classes"));
        Files.createDirectories(directory.resolve("generated"));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        all.addAll(List.of("-d", directory.resolve("classes").toString()));
        all.addAll(List.of("-s", directory.resolve("generated").toString()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            if (processors != null) {
                task.setProcessors(processors);
            }
            return task.call();
        }
    }

    private Map<String, String> generated() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory.resolve("generated"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file, UTF_8));
            }
        }
        return files;
    }

    private List<Long> errorLines() {
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::getLineNumber)
                .sorted()
                .distinct()
                .toList();
    }
}
