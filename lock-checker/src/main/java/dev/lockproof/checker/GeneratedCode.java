package dev.lockproof.checker;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/** Tells what the processor generated. It is the trusted side of the guarantee and is not checked. */
final class GeneratedCode {

    private static final String GENERATOR = "\"dev.lockproof.processor.EntityProcessor\"";

    private GeneratedCode() {}

    static boolean isOurs(TypeElement type) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            if (annotation.getAnnotationType().toString().endsWith(".Generated")) {
                for (AnnotationValue value : annotation.getElementValues().values()) {
                    if (value.toString().contains(GENERATOR)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
