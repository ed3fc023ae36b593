package dev.lockproof.fuzz;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import dev.lockproof.checker.CheckerPlugin;
import dev.lockproof.rules.RulesOptions;
import dev.lockproof.rules.RulesPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Compiles many programs in one go, in this JVM and in memory. The files of the class path are opened once for all. Not
 * thread-safe.
 */
final class Compiler implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xlint:none", "-Xmaxerrs", "1000000", "-nowarn");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    private final List<Path> classPath;

    private Compiler(List<Path> more) throws IOException {
        classPath = Stream.concat(
                        Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                                .splitAsStream(System.getProperty("java.class.path"))
                                .map(Path::of),
                        more.stream())
                .toList();
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    }

    /** Compiles with the checker, which runs the rules as well. */
    Compiled check(Map<String, String> programs) {
        return compile(programs, List.of(CheckerPlugin::new));
    }

    /** Compiles with the rules that need no set-up. */
    Compiled checkRules(Map<String, String> programs) {
        return compile(programs, List.of(RulesPlugin::new));
    }

    /** Compiles with javac alone. */
    Compiled compile(Map<String, String> programs) {
        return compile(programs, List.of());
    }

    /** Compiles with the rules, and the option that turns them off. */
    Compiled compileWithRulesOff(Map<String, String> programs) {
        return compile(programs, List.of(RulesPlugin::new), List.of(new RulesOptions()), "-Alockproof.rules=off");
    }

    /** Compiles with Eclipse's compiler, which runs no plugins, and reads sources from files only. */
    Compiled compileByEclipse(Map<String, String> programs) {
        try {
            Path folder = Files.createTempDirectory("sources");
            List<Path> sources = new ArrayList<>();
            for (Map.Entry<String, String> program : programs.entrySet()) {
                sources.add(Files.writeString(folder.resolve(program.getKey() + ".java"), program.getValue()));
            }
            Compiled compiled = compileByEclipse(sources);
            for (Path source : sources) {
                Files.delete(source);
            }
            Files.delete(folder);
            return compiled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled compileByEclipse(List<Path> sources) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        EclipseCompiler eclipse = new EclipseCompiler();
        try (StandardJavaFileManager own = eclipse.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            own.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            Outputs outputs = new Outputs(own);
            List<String> options = List.of("-17", "-proc:none", "-nowarn");
            eclipse.getTask(null, outputs, diagnostics, options, null, own.getJavaFileObjectsFromPaths(sources))
                    .call();
            return compiled(diagnostics, outputs);
        }
    }

    private Compiled compile(Map<String, String> programs, List<Supplier<Plugin>> plugins) {
        return compile(programs, plugins, List.of(), "-proc:none");
    }

    private Compiled compile(
            Map<String, String> programs, List<Supplier<Plugin>> plugins, List<Processor> processors, String option) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Outputs outputs = new Outputs(files);
        List<String> options = new ArrayList<>(OPTIONS);
        options.add(option);
        JavacTask task = (JavacTask) javac.getTask(null, outputs, diagnostics, options, null, units(programs));
        task.setProcessors(processors);
        plugins.forEach(plugin -> plugin.get().init(task));
        task.call();
        return compiled(diagnostics, outputs);
    }

    private static List<Text> units(Map<String, String> programs) {
        return programs.entrySet().stream()
                .map(program -> new Text(program.getKey(), program.getValue()))
                .toList();
    }

    private static Compiled compiled(DiagnosticCollector<JavaFileObject> diagnostics, Outputs outputs) {
        List<Report> reports = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Report::of)
                .filter(report -> !report.id().startsWith("compiler.warn."))
                .toList();
        return new Compiled(reports, outputs.classes());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /**
     * What came of a compilation.
     *
     * @param reports errors, and warnings of ours
     * @param classes the classes by their names; none if there were errors
     */
    record Compiled(List<Report> reports, Map<String, byte[]> classes) {

        List<Report> reportsOf(String program) {
            return reports.stream()
                    .filter(report -> report.file().equals(program + ".java"))
                    .toList();
        }

        void writeInto(Path folder) throws IOException {
            for (Map.Entry<String, byte[]> type : classes.entrySet()) {
                Path file = folder.resolve(type.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, type.getValue());
            }
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {

        private final List<ClassFile> files = new ArrayList<>();

        Outputs(JavaFileManager files) {
            super(files);
        }

        /** Or else javac would find our plugins on the test's class path, and start those that a test does without. */
        @Override
        public ClassLoader getClassLoader(Location location) {
            return location == StandardLocation.CLASS_PATH || location == StandardLocation.ANNOTATION_PROCESSOR_PATH
                    ? ClassLoader.getPlatformClassLoader()
                    : super.getClassLoader(location);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ClassFile file = new ClassFile(name, kind);
            files.add(file);
            return file;
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            files.forEach(file -> classes.put(file.name, file.bytes.toByteArray()));
            return classes;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {

        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name, Kind kind) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
            this.name = name;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Opens one that knows the classes of the tests, and some more. */
    static Compiler open(Path... moreClasses) {
        try {
            return new Compiler(List.of(moreClasses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
