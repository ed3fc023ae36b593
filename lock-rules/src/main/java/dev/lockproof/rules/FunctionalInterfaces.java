package dev.lockproof.rules;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the one abstract method of a functional interface. */
final class FunctionalInterfaces {

    private FunctionalInterfaces() {}

    /** Tells whether values of a type are functions: what has several abstract methods is an object like any other. */
    static boolean isFunctional(TypeMirror type, Elements elements) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind().isInterface()
                && ElementFilter.methodsIn(elements.getAllMembers((TypeElement) declared.asElement())).stream()
                                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                                .filter(method -> !isObjectMethod(method, elements))
                                .map(ExecutableElement::getSimpleName)
                                .distinct()
                                .count()
                        == 1;
    }

    static @Nullable ExecutableElement methodOf(TypeMirror type, Elements elements, Types types) {
        if (type instanceof IntersectionType intersection) {
            for (TypeMirror bound : intersection.getBounds()) {
                ExecutableElement method = methodOf(bound, elements, types);
                if (method != null) {
                    return method;
                }
            }
            return null;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        return element.getKind().isInterface() ? methodOf(element, elements) : null;
    }

    /** Where an interface redeclares an inherited method, the redeclaration counts: it comes with its own effect. */
    static @Nullable ExecutableElement methodOf(TypeElement type, Elements elements) {
        ExecutableElement found = null;
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (method.getModifiers().contains(Modifier.ABSTRACT)
                    && !isObjectMethod(method, elements)
                    && (found == null || elements.overrides(method, found, type))) {
                found = method;
            }
        }
        return found;
    }

    private static boolean isObjectMethod(ExecutableElement method, Elements elements) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        for (Element member : object.getEnclosedElements()) {
            if (member instanceof ExecutableElement of
                    && of.getModifiers().contains(Modifier.PUBLIC)
                    && elements.overrides(method, of, Members.owner(method))) {
                return true;
            }
        }
        return false;
    }
}
