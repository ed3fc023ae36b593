package dev.lockproof.processor;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates the types of every {@code @Entity}. The work begins with the first round that has one: until then nothing is
 * loaded of the libraries that it takes, so that a compilation without entities doesn't pay for them.
 */
public final class EntityProcessor extends AbstractProcessor {

    private final List<TypeWriter> furtherWriters;
    private @Nullable Processor rounds;

    /** Called by the compiler. */
    public EntityProcessor() {
        this(List.of());
    }

    /** For tests: with writers that do what the real ones don't, such as to fail. */
    EntityProcessor(List<TypeWriter> furtherWriters) {
        this.furtherWriters = List.copyOf(furtherWriters);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(AnnotationNames.ENTITY);
    }

    /** Called by the compiler in the first round that has an entity, and in all rounds after it. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Processor started = rounds;
        if (started == null) {
            started = new EntityRounds(furtherWriters);
            started.init(processingEnv);
            rounds = started;
        }
        started.process(annotations, round);
        return false;
    }
}
