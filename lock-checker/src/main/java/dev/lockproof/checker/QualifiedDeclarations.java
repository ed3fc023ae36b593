package dev.lockproof.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Knows the declarations in whose types a qualifier is written, in source or in class files. */
final class QualifiedDeclarations {

    private final Map<Element, Boolean> qualified = new HashMap<>();
    private final Map<TypeElement, Boolean> methods = new HashMap<>();

    /**
     * Tells whether the type of a variable, the signature of a method, or the head of a class or of one that it extends
     * has a qualifier. The JDK has none.
     */
    boolean isQualified(Element element) {
        Boolean known = qualified.get(element);
        if (known == null) {
            known = !isOfJdk(element)
                    && (JavacAccess.hasTypeAnnotation(element, WrittenQualifiers::isQualifier)
                            || (element instanceof TypeElement type && anySupertype(type, this::isQualified)));
            qualified.put(element, known);
        }
        return known;
    }

    /** Tells whether a method of a type, or one that it inherits, has a qualifier in its signature. */
    boolean hasQualifiedMethod(TypeElement type) {
        Boolean known = methods.get(type);
        if (known == null) {
            known = !isOfJdk(type)
                    && (type.getEnclosedElements().stream()
                                    .anyMatch(member -> member instanceof ExecutableElement && isQualified(member))
                            || inherits(type));
            methods.put(type, known);
        }
        return known;
    }

    /** Tells whether a class inherits a method with a qualifier in its signature. */
    boolean inherits(TypeElement type) {
        return anySupertype(type, supertype -> isQualified(supertype) || hasQualifiedMethod(supertype));
    }

    private static boolean anySupertype(TypeElement type, Predicate<TypeElement> test) {
        if (is(type.getSuperclass(), test)) {
            return true;
        }
        for (TypeMirror supertype : type.getInterfaces()) {
            if (is(supertype, test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(TypeMirror type, Predicate<TypeElement> test) {
        return type instanceof DeclaredType declared && test.test((TypeElement) declared.asElement());
    }

    private static boolean isOfJdk(Element element) {
        Element owner = element instanceof TypeElement ? element : element.getEnclosingElement();
        return owner instanceof TypeElement type
                && type.getQualifiedName().toString().startsWith("java.");
    }
}
