package dev.lockproof.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.lockproof.rules.Rules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Generates the types of every {@code @Entity}. Knows about rounds and nothing else.
 *
 * <p>An entity waits, by name, until all types exist that its model needs. The base class waits for more: it holds back
 * a class as long as anything in it is unresolved. So it would never hand over an entity with a method that names the
 * entity's own {@code LockedAccount}; such entities are taken care of at the end of the round.
 */
final class EntityRounds extends BasicAnnotationProcessor {

    private final List<TypeWriter> furtherWriters;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final KeyNames keyNames = new KeyNames();

    EntityRounds(List<TypeWriter> furtherWriters) {
        this.furtherWriters = furtherWriters;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    protected Iterable<? extends Step> steps() {
        return List.of(new EntityStep());
    }

    @Override
    protected void postRound(RoundEnvironment round) {
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(AnnotationNames.ENTITY);
        if (annotation == null || round.processingOver()) {
            return;
        }
        Rules.processorRuns(processingEnv.getElementUtils());
        round.getElementsAnnotatedWith(annotation).forEach(this::await);
        waiting().forEach(this::generateIfReady);
    }

    private void await(Element entity) {
        String name = MoreElements.asType(entity).getQualifiedName().toString();
        if (!done.contains(name)) {
            waiting.add(name);
        }
    }

    /** Looks the waiting entities up again: an element is not kept from one round to the next. */
    private List<TypeElement> waiting() {
        return waiting.stream()
                .map(name -> processingEnv.getElementUtils().getTypeElement(name))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean generateIfReady(TypeElement entity) {
        String name = entity.getQualifiedName().toString();
        if (done.contains(name)) {
            return true;
        }
        if (!Readiness.isReady(entity)) {
            return false;
        }
        waiting.remove(name);
        done.add(name);
        generator().generate(entity);
        return true;
    }

    private EntityGenerator generator() {
        return new EntityGenerator(processingEnv, furtherWriters, keyNames);
    }

    private final class EntityStep implements Step {

        @Override
        public Set<String> annotations() {
            return Set.of(AnnotationNames.ENTITY);
        }

        @Override
        public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elementsByAnnotation) {
            return elementsByAnnotation.values().stream()
                    .filter(element -> !generateIfReady(MoreElements.asType(element)))
                    .collect(Collectors.toSet());
        }
    }
}
