package dev.lockproof.rules;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds annotations of others that are named like one of ours. Where ours is missing, somebody mostly took the wrong
 * import; anywhere else, they are none of our business.
 */
public final class Foreign {

    private Foreign() {}

    /**
     * Finds an annotation that is named like one of ours, on a declaration or on the type of a variable.
     *
     * @param ours the qualified name of ours
     * @param element the declaration
     * @return the other one's qualified name
     */
    public static Optional<String> like(String ours, Element element) {
        String simpleName = ours.substring(ours.lastIndexOf('.') + 1);
        return Stream.concat(element.getAnnotationMirrors().stream(), element.asType().getAnnotationMirrors().stream())
                .map(AnnotationMirror::getAnnotationType)
                .map(type -> (TypeElement) type.asElement())
                .filter(type -> type.getSimpleName().contentEquals(simpleName))
                .map(type -> type.getQualifiedName().toString())
                .filter(name -> !name.equals(ours))
                .findFirst();
    }

    /**
     * Asks whether ours was meant.
     *
     * @param name of what is marked, for people
     * @param other the qualified name of the annotation that was found
     * @param ours the qualified name of ours
     * @return the end of a message: {@code 'id' is marked @jakarta.persistence.Id. Did you mean …?}
     */
    public static String question(String name, String other, String ours) {
        return name + " is marked @" + other + ". Did you mean @" + ours + "?";
    }
}
