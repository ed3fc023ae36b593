package dev.lockproof.checker;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Tells the methods that save an entity. */
final class Saves {

    private static final String REPOSITORY = "dev.lockproof.Repository";

    private Saves() {}

    static boolean isSave(ExecutableElement method) {
        return method.getSimpleName().contentEquals("save")
                && method.getEnclosingElement() instanceof TypeElement type
                && isRepository(type);
    }

    private static boolean isRepository(TypeElement type) {
        if (type.getQualifiedName().contentEquals(REPOSITORY)) {
            return true;
        }
        for (TypeMirror supertype : type.getInterfaces()) {
            if (isRepository(supertype)) {
                return true;
            }
        }
        return isRepository(type.getSuperclass());
    }

    private static boolean isRepository(TypeMirror type) {
        return type instanceof DeclaredType declared && isRepository((TypeElement) declared.asElement());
    }
}
