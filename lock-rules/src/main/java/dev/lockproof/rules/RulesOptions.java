package dev.lockproof.rules;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Reads {@code -Alockproof.rules=off} for the plugin: javac shows such options to processors alone. It looks at no
 * annotation, generates nothing and claims nothing.
 */
@AutoService(Processor.class)
public final class RulesOptions extends AbstractProcessor {

    static final String RULES = "lockproof.rules";

    /** For the compiler. */
    public RulesOptions() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        // Other compilers have no javac plugins, so there is nothing to turn off.
        if (RulesPlugin.OFF.equals(environment.getOptions().get(RULES)) && isJavac(environment)) {
            Rules.of(environment).turnOff();
        }
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        return environment.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(RULES);
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
