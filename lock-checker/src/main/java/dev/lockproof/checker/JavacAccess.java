package dev.lockproof.checker;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Knows which packages of javac the framework needs, and how a build opens them. */
final class JavacAccess {

    private static final String MODULE = "jdk.compiler";
    private static final List<String> EXPORTED =
            List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
    private static final List<String> OPENED = List.of("comp");

    private static @Nullable Method rawTypeAttributes;

    private JavacAccess() {}

    /** Lists the lines that {@code .mvn/jvm.config} lacks; empty if the framework can run in this JVM. */
    static List<String> missing() {
        Module ours = JavacAccess.class.getModule();
        Optional<Module> javac = ModuleLayer.boot().findModule(MODULE);
        return javac.map(module -> lines(name -> !module.isExported(name, ours), name -> !module.isOpen(name, ours)))
                .orElse(List.of());
    }

    /** Lists all lines that {@code .mvn/jvm.config} needs. */
    static List<String> needed() {
        return lines(name -> true, name -> true);
    }

    private static List<String> lines(Predicate<String> toExport, Predicate<String> toOpen) {
        List<String> lines = new ArrayList<>();
        EXPORTED.stream()
                .map(JavacAccess::packageName)
                .filter(toExport)
                .forEach(name -> lines.add("--add-exports " + MODULE + "/" + name + "=ALL-UNNAMED"));
        OPENED.stream()
                .map(JavacAccess::packageName)
                .filter(toOpen)
                .forEach(name -> lines.add("--add-opens " + MODULE + "/" + name + "=ALL-UNNAMED"));
        return lines;
    }

    static String message(List<String> missing) {
        return """
                [checker.not.started] The Lockproof checker can't run: this JVM keeps javac's internals closed to it.
                With Maven, put these lines into .mvn/jvm.config and run Maven again:

                %s

                With Gradle or a forked javac, give them to the compiler's JVM, each as one -J argument.
                To do without the qualifiers, take lock-checker off the processor path; the other rules stay.
                See docs/errors/checker.not.started.md""".formatted(String.join("\n", missing));
    }

    /**
     * Gives the environment of a compilation's annotation processing, whether or not any takes place.
     *
     * <p>By reflection, because code that is compiled for a release can't name classes that it doesn't export.
     */
    static ProcessingEnvironment environment(JavacTask task) {
        try {
            Object context = task.getClass().getMethod("getContext").invoke(task);
            Class<?> environment = Class.forName(packageName("processing.JavacProcessingEnvironment"));
            return (ProcessingEnvironment) Objects.requireNonNull(
                    environment.getMethod("instance", context.getClass()).invoke(null, context));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This javac is not as the Checker Framework expects it", e);
        }
    }

    /**
     * Tells whether a type annotation is written in a declaration: anywhere in the signature of a method, the type of a variable, or
     * what a class extends and what its type parameters are bounded by.
     *
     * <p>The public API doesn't show those of class files before JDK 22.
     */
    static boolean hasTypeAnnotation(Element declaration, Predicate<AnnotationMirror> test) {
        try {
            if (rawTypeAttributes == null) {
                rawTypeAttributes = Class.forName(packageName("code.Symbol")).getMethod("getRawTypeAttributes");
            }
            List<?> all = (List<?>) Objects.requireNonNull(rawTypeAttributes.invoke(declaration));
            return all.stream().anyMatch(annotation -> test.test((AnnotationMirror) annotation));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This javac is not as the Checker Framework expects it", e);
        }
    }

    private static String packageName(String name) {
        return "com.sun.tools.javac." + name;
    }
}
