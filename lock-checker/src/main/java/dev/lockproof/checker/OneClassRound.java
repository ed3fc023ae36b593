package dev.lockproof.checker;

import java.lang.annotation.Annotation;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** A round of annotation processing whose only root is a class that is about to be checked. */
record OneClassRound(TypeElement type) implements RoundEnvironment {

    @Override
    public boolean processingOver() {
        return false;
    }

    @Override
    public boolean errorRaised() {
        return false;
    }

    @Override
    public Set<? extends Element> getRootElements() {
        return Set.of(type);
    }

    @Override
    public Set<? extends Element> getElementsAnnotatedWith(TypeElement annotation) {
        return Set.of();
    }

    @Override
    public Set<? extends Element> getElementsAnnotatedWith(Class<? extends Annotation> annotation) {
        return Set.of();
    }
}
