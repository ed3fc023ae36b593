package dev.lockproof.rules;

import com.google.auto.service.AutoService;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options {@code -Alockproof.…} for the plugin: javac shows them to processors alone. It looks at no annotation,
 * generates nothing and claims nothing.
 */
@AutoService(Processor.class)
public final class RulesOptions extends AbstractProcessor {

    static final String RULES = "lockproof.rules";
    static final String LINT = "lockproof.lint";
    static final String STUBS = "lockproof.stubs";

    private static final String PREFIX = "lockproof.";
    private static final Set<String> NAMES = new TreeSet<>(Set.of(RULES, LINT, STUBS));
    private static final Set<String> ON_OR_OFF = Set.of("on", RulesPlugin.OFF);

    /** For the compiler. */
    public RulesOptions() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Map<String, String> options = environment.getOptions();
        options.forEach(this::warnOfUnknown);
        // Other compilers have no javac plugins, so there is nothing to set.
        Rules.running(environment.getElementUtils()).ifPresent(rules -> {
            set(rules, options);
            // Gradle, which wraps the environment, would compile all anew for a processor that reads such files.
            if (isJavac(environment)) {
                List.of("lock-annotations", "lock-runtime").forEach(artifact -> addVersion(artifact, rules));
            }
        });
    }

    /** What is on the class path is shown to processors alone. On a module path it isn't. */
    private void addVersion(String artifact, Rules rules) {
        try (InputStream version = processingEnv
                .getFiler()
                .getResource(StandardLocation.CLASS_PATH, "", Versions.resource(artifact))
                .openInputStream()) {
            rules.versions().add(artifact, version);
        } catch (IOException | IllegalArgumentException e) {
            // There is none, or none that javac can show.
            return;
        }
    }

    private static void set(Rules rules, Map<String, String> options) {
        if (RulesPlugin.OFF.equals(options.get(RULES))) {
            rules.turnOff();
        }
        lints(options.get(LINT)).forEach(rules::turnOn);
        if (options.get(STUBS) != null) {
            Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                    .splitAsStream(options.get(STUBS))
                    .forEach(file -> rules.addStubs(Path.of(file)));
        }
    }

    private static Set<String> lints(@Nullable String names) {
        return names == null ? Set.of() : Set.of(names.split(",", -1));
    }

    private void warnOfUnknown(String name, @Nullable String value) {
        if (!name.startsWith(PREFIX)) {
            return;
        }
        if (!NAMES.contains(name)) {
            warn("-A" + name + " is no option of Lockproof." + Similar.question(name, NAMES));
        } else if (value == null) {
            warn("-A" + name + "= has no meaning.");
        } else if (name.equals(RULES)) {
            warnUnless(ON_OR_OFF, name, value);
        } else if (name.equals(LINT)) {
            lints(value).forEach(lint -> warnUnless(Rule.lints(), name, lint));
        }
    }

    private void warnUnless(Set<String> known, String name, String value) {
        if (!known.contains(value)) {
            warn("-A" + name + "=" + value + " has no meaning." + Similar.question(value, known));
        }
    }

    private void warn(String text) {
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.WARNING,
                        "[option.unknown] " + text + "\nThere is -A" + RULES + "=on, the default, and -A" + RULES
                                + "=off; -A" + LINT + "=" + String.join(",", Rule.lints()) + "; and -A" + STUBS
                                + "=FILE.\nSee docs/errors/option.unknown.md");
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        return environment.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    @Override
    public Set<String> getSupportedOptions() {
        // All that look like ours: an unknown one was told of already, and javac need not say so again.
        Set<String> ours = new TreeSet<>(NAMES);
        processingEnv.getOptions().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(ours::add);
        return ours;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
