package dev.lockproof.rules;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Knows the methods that patterns call unseen. */
final class RecordAccessors {

    private RecordAccessors() {}

    static boolean isAccessor(ExecutableElement method) {
        TypeElement owner = Members.owner(method);
        if (owner.getKind() != ElementKind.RECORD || !method.getParameters().isEmpty()) {
            return false;
        }
        for (RecordComponentElement component : owner.getRecordComponents()) {
            if (method.equals(component.getAccessor())) {
                return true;
            }
        }
        return false;
    }
}
