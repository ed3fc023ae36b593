package dev.lockproof.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles programs in this process with given plugins and processors, and compares what they report with what the
 * programs' comments expect, line by line: nothing may be missing and nothing may be too much.
 *
 * <p>Immutable; each {@code with} method gives a changed copy. Compiled classes go to a temporary folder. Only one
 * compilation runs at a time.
 */
public final class CheckerHarness {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** For all compilations, one after the other: a new one would open each jar of the class path again. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    /** Javac says no more than a hundred of each by itself. */
    private static final List<String> ALL_MESSAGES = List.of("-Xmaxerrs", "1000000", "-Xmaxwarns", "1000000");

    private final List<Supplier<? extends Plugin>> plugins;
    private final List<Supplier<? extends Processor>> processors;
    private final List<String> options;
    private final List<Path> classPath;

    private CheckerHarness(
            List<Supplier<? extends Plugin>> plugins,
            List<Supplier<? extends Processor>> processors,
            List<String> options,
            List<Path> classPath) {
        this.plugins = plugins;
        this.processors = processors;
        this.options = options;
        this.classPath = classPath;
    }

    /**
     * Makes a harness that runs plain javac on the class path of the test.
     *
     * @return the harness
     */
    public static CheckerHarness create() {
        return new CheckerHarness(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Adds a plugin.
     *
     * @param plugin makes a new one for each compilation
     * @return the changed copy
     */
    public CheckerHarness withPlugin(Supplier<? extends Plugin> plugin) {
        return new CheckerHarness(plus(plugins, plugin), processors, options, classPath);
    }

    /**
     * Adds an annotation processor.
     *
     * @param processor makes a new one for each compilation
     * @return the changed copy
     */
    public CheckerHarness withProcessor(Supplier<? extends Processor> processor) {
        return new CheckerHarness(plugins, plus(processors, processor), options, classPath);
    }

    /**
     * Adds a compiler option.
     *
     * @param option as on the command line
     * @return the changed copy
     */
    public CheckerHarness withOption(String option) {
        return new CheckerHarness(plugins, processors, plus(options, option), classPath);
    }

    /**
     * Adds to the class path of the compiled programs.
     *
     * @param entry a jar or folder
     * @return the changed copy
     */
    public CheckerHarness withClassPath(Path entry) {
        return new CheckerHarness(plugins, processors, options, plus(classPath, entry));
    }

    /**
     * Compiles a program and requires exactly the reports that its comments expect.
     *
     * @param sources the program's files
     */
    public void check(Source... sources) {
        List<String> expected = Stream.of(sources)
                .flatMap(source -> source.expected().stream())
                .sorted()
                .toList();
        List<Report> reports = compile(sources);
        assertThat(reports.stream().map(Report::summary).sorted())
                .as(() ->
                        String.join("\n", reports.stream().map(Report::toString).toList()))
                .containsExactlyElementsOf(expected);
    }

    /**
     * Compiles a program.
     *
     * @param sources the program's files
     * @return all errors and warnings, in the order in which they came
     */
    public List<Report> compile(Source... sources) {
        try {
            Path output = Files.createTempDirectory("lockproof-classes");
            try {
                return compileInto(output, sources);
            } finally {
                delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles a program and keeps its classes.
     *
     * @param output the folder for the classes
     * @param sources the program's files
     * @return all errors and warnings, in the order in which they came
     * @throws IOException if the folder can't be written
     */
    public List<Report> compileInto(Path output, Source... sources) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, fullClassPath());
        if (!options.contains("-processorpath")) {
            // Or else the compiler would find the plugin under test on the class path, and start it a second time.
            FILES.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of(output));
        }
        List<String> all = new ArrayList<>(ALL_MESSAGES);
        all.addAll(options);
        if (processors.isEmpty() && options.stream().noneMatch(option -> option.startsWith("-proc"))) {
            all.add("-proc:none");
        }
        JavacTask task = (JavacTask) COMPILER.getTask(null, FILES, diagnostics, all, null, List.of(sources));
        plugins.forEach(plugin -> plugin.get().init(task));
        if (!processors.isEmpty()) {
            task.setProcessors(processors.stream().map(Supplier::get).toList());
        }
        task.call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Report::of)
                .toList();
    }

    private List<Path> fullClassPath() {
        List<Path> all = new ArrayList<>(classPath);
        Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .forEach(all::add);
        return all;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static <E> List<E> plus(List<E> list, E element) {
        List<E> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }
}
