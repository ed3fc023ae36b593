package dev.lockproof.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * What stub files say about code that carries none of our annotations.
 *
 * <p>Every jar on the processor path may have a {@value #RESOURCE}. Its lines are
 *
 * <pre>
 * inline   java.lang.Iterable#forEach                     functional parameters run during the call, on the same thread
 * acquires org.springframework.boot.CommandLineRunner#run a framework calls it with no lock held
 * entry    org.junit.jupiter.api.Test                     a framework calls methods with this annotation so
 * waits    java.util.concurrent.Future#get                waits for other threads, for the lint
 * </pre>
 *
 * <p>A line names all overloads of a method, and what overrides them in class files. Comments start with {@code #} at
 * the beginning of a line.
 */
final class Stubs {

    static final String RESOURCE = "META-INF/lockproof/rules.stub";

    private static final Pattern LINE = Pattern.compile(
            "(?<fact>entry(?!.*#)|(?:inline|acquires|waits)(?=.*#))\\s+(?<type>[\\w.$]+)(?:#(?<method>\\w+))?");

    /** Method name to the owners that declare it. */
    private final Map<String, Set<String>> inline = new HashMap<>();

    private final Map<String, Set<String>> acquires = new HashMap<>();
    private final Map<String, Set<String>> waits = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> entryAnnotations = new HashSet<>();
    private final Map<ExecutableElement, Boolean> runsInline = new HashMap<>();

    /** Reads every stub file that a class loader can see. */
    static Stubs load(ClassLoader loader) {
        Stubs stubs = new Stubs();
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                URLConnection connection = url.openConnection();
                // A cached jar would stay open, and on Windows locked, for as long as a build daemon lives.
                connection.setUseCaches(false);
                try (BufferedReader reader = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                    stubs.read(reader.lines(), url.toString());
                }
            }
        } catch (IOException e) {
            stubs.problems.add("The stub files " + RESOURCE + " can't be read: " + e);
        }
        return stubs;
    }

    /** Reads one stub file. Its name is for the message about a line that makes no sense. */
    void read(Stream<String> lines, String file) {
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> read(line, file));
    }

    /** Reads a user's own stub file. */
    void read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            read(lines, file.toString());
        } catch (IOException | UncheckedIOException e) {
            problems.add("The stub file " + file + " can't be read: " + e);
        }
    }

    /** Says what in the files makes no sense. The other lines count. */
    List<String> problems() {
        return problems;
    }

    private void read(String line, String file) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
            problems.add("\"" + line + "\" in " + file + " is no line of a stub file.");
            return;
        }
        String type = words.group("type");
        String method = words.group("method");
        switch (words.group("fact")) {
            case "inline" -> owners(inline, method).add(type);
            case "acquires" -> owners(acquires, method).add(type);
            case "waits" -> owners(waits, method).add(type);
            default -> entryAnnotations.add(type);
        }
    }

    private static Set<String> owners(Map<String, Set<String>> named, String method) {
        return named.computeIfAbsent(method, name -> new HashSet<>());
    }

    boolean runsInline(ExecutableElement executable, Overrides overrides) {
        return runsInline.computeIfAbsent(executable, e -> matches(inline, e, overrides));
    }

    boolean waits(ExecutableElement executable, Overrides overrides) {
        return matches(waits, executable, overrides);
    }

    boolean acquires(ExecutableElement executable, Overrides overrides) {
        return isMain(executable) || isEntry(executable) || matches(acquires, executable, overrides);
    }

    private static boolean matches(Map<String, Set<String>> named, ExecutableElement executable, Overrides overrides) {
        Set<String> owners = named.get(executable.getSimpleName().toString());
        if (owners == null) {
            return false;
        }
        return isOwner(owners, executable)
                || overrides.of(executable).stream().anyMatch(overridden -> isOwner(owners, overridden));
    }

    private static boolean isOwner(Set<String> owners, Element executable) {
        TypeElement owner = Members.owner(executable);
        return owners.contains(owner.getQualifiedName().toString());
    }

    private boolean isEntry(ExecutableElement executable) {
        for (AnnotationMirror annotation : executable.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (entryAnnotations.contains(type.getQualifiedName().toString())) {
                return true;
            }
        }
        return false;
    }

    /** Static or, from Java 25 on, not: the launcher holds no lock either way. */
    private static boolean isMain(ExecutableElement executable) {
        return executable.getSimpleName().contentEquals("main")
                && executable.getReturnType().getKind() == TypeKind.VOID
                && (executable.getParameters().isEmpty()
                        || (executable.getParameters().size() == 1
                                && executable.getParameters().get(0).asType().getKind() == TypeKind.ARRAY));
    }
}
