package dev.lockproof.rules;

import com.google.auto.service.AutoService;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reads {@code -Alockproof.rules=off}, {@code -Alockproof.lint=wait} and {@code -Alockproof.stubs=FILE} for the plugin: javac shows such options to processors alone. It looks at no
 * annotation, generates nothing and claims nothing.
 */
@AutoService(Processor.class)
public final class RulesOptions extends AbstractProcessor {

    static final String RULES = "lockproof.rules";
    static final String LINT = "lockproof.lint";
    static final String STUBS = "lockproof.stubs";

    /** For the compiler. */
    public RulesOptions() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        // Other compilers have no javac plugins, so there is nothing to set.
        if (isJavac(environment)) {
            Map<String, String> options = environment.getOptions();
            if (RulesPlugin.OFF.equals(options.get(RULES))) {
                Rules.of(environment).turnOff();
            }
            if (options.containsKey(LINT)) {
                turnOn(options.getOrDefault(LINT, ""), environment);
            }
            if (options.containsKey(STUBS)) {
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(options.getOrDefault(STUBS, ""))
                        .forEach(file -> Rules.of(environment).addStubs(Path.of(file)));
            }
        }
    }

    private static void turnOn(String lints, ProcessingEnvironment environment) {
        for (String lint : lints.split(",", -1)) {
            if (!Rules.of(environment).turnOnLint(lint)) {
                environment
                        .getMessager()
                        .printMessage(
                                Diagnostic.Kind.ERROR,
                                "-A" + LINT + ": there is no lint '" + lint + "'. There is: wait.");
            }
        }
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        return environment.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(RULES, LINT, STUBS);
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
