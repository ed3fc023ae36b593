package dev.lockproof.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Refuses {@code @Locked}, {@code @Fresh} and {@code @Writable} in signatures on what is no entity, and our annotations of
 * properties in what is an entity for others.
 *
 * <p>It asks for all annotations, as a compiler does not count one on a type among those that a processor can ask for.
 */
@SupportedAnnotationTypes("*")
public final class QualifierProcessor extends AbstractProcessor {

    /** Called by the compiler. */
    public QualifierProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (processingEnv.getElementUtils().getTypeElement(AnnotationNames.LOCKED) != null) {
            QualifiedTypes types = new QualifiedTypes(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
            MistakenEntities mistaken = new MistakenEntities(round.getRootElements());
            Reporter reporter = new Reporter(processingEnv);
            for (Element root : round.getRootElements()) {
                Bugs.guard(root, reporter, () -> new QualifierScanner(types, mistaken, reporter::report).scan(root));
            }
        }
        return false;
    }
}
