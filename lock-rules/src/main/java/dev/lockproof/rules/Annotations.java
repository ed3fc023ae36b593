package dev.lockproof.rules;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations that the rules read, by name: they are not on the processor path. */
final class Annotations {

    static final String PACKAGE = "dev.lockproof.annotations.";
    static final String LOCKED = PACKAGE + "Locked";
    static final String ACQUIRES_LOCK = PACKAGE + "AcquiresLock";
    static final String RUNS_INLINE = PACKAGE + "RunsInline";
    static final String ENTITY = PACKAGE + "Entity";

    private Annotations() {}

    static boolean isPresent(Element element, String name) {
        return isPresent(element.getAnnotationMirrors(), name);
    }

    static boolean isPresent(List<? extends AnnotationMirror> annotations, String name) {
        for (AnnotationMirror annotation : annotations) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(name)) {
                return true;
            }
        }
        return false;
    }
}
