package dev.lockproof.rules;

import java.util.List;
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

/** Finds the abstract method of a functional interface. */
final class FunctionalInterfaces {

    private FunctionalInterfaces() {}

    /** Tells whether values of a type are functions: what has several abstract methods is an object like any other. */
    static boolean isFunctional(TypeMirror type, Elements elements) {
        return type.getKind() == TypeKind.DECLARED
                && methodsOf(type, elements).stream()
                                .map(ExecutableElement::getSimpleName)
                                .distinct()
                                .count()
                        == 1;
    }

    /**
     * Gives the abstract methods that a function of a type implements. There are several where interfaces meet, as in
     * {@code interface Job extends Runnable, AcquiringTask}, which declare the same method.
     */
    static List<ExecutableElement> methodsOf(TypeMirror type, Elements elements) {
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> methodsOf(bound, elements).stream())
                    .toList();
        }
        return type instanceof DeclaredType declared
                        && declared.asElement().getKind().isInterface()
                ? methodsOf((TypeElement) declared.asElement(), elements)
                : List.of();
    }

    /**
     * Tells whether a call of a method runs the code of a function of some type. In {@code interface Kept extends Runnable},
     * {@code run()} may be a default method, which does what it likes with the function. What is no functional interface is
     * an object like any other.
     */
    static boolean isRunBy(ExecutableElement method, TypeMirror function, Elements elements) {
        List<ExecutableElement> methods = methodsOf(function, elements);
        return methods.isEmpty()
                || methods.stream()
                        .anyMatch(own -> own.equals(method) || elements.overrides(own, method, Members.owner(own)));
    }

    /** Where an interface redeclares an inherited method, the redeclaration counts: it comes with its own effect. */
    private static List<ExecutableElement> methodsOf(TypeElement type, Elements elements) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !isObjectMethod(method, elements))
                .toList();
        return methods.stream()
                .filter(method -> methods.stream()
                        .noneMatch(other -> !other.equals(method)
                                && isSubtype(Members.owner(other), Members.owner(method))
                                && elements.overrides(other, method, type)))
                .toList();
    }

    private static boolean isSubtype(TypeElement type, TypeElement of) {
        return Overrides.supertypes(type).contains(of);
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
