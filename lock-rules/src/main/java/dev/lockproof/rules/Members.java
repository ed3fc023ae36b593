package dev.lockproof.rules;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Knows where members belong. */
final class Members {

    private Members() {}

    /** Gives the class that declares a field, method or constructor. */
    static TypeElement owner(Element member) {
        return (TypeElement)
                Objects.requireNonNull(member.getEnclosingElement(), "only packages and modules have none");
    }
}
