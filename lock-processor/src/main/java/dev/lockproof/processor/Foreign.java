package dev.lockproof.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Annotations of others that are named like one of ours: mostly, somebody took the wrong import. Names no class of the
 * libraries, as it runs in every compilation that has our annotations on its class path.
 */
final class Foreign {

    private Foreign() {}

    /**
     * Finds an annotation that is named like one of ours.
     *
     * @param ours the qualified name of ours
     * @return the other one's qualified name
     */
    static Optional<String> like(String ours, Element element) {
        String simpleName = ours.substring(ours.lastIndexOf('.') + 1);
        return element.getAnnotationMirrors().stream()
                .map(annotation -> annotation.getAnnotationType().asElement())
                .filter(type -> type.getSimpleName().contentEquals(simpleName))
                .map(type -> ((TypeElement) type).getQualifiedName().toString())
                .filter(name -> !name.equals(ours))
                .findFirst();
    }

    /** The end of a message. */
    static String question(String ours) {
        return "Did you mean @" + ours + "?";
    }
}
