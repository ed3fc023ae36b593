package dev.lockproof.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds what a method overrides. */
final class Overrides {

    private final Elements elements;

    Overrides(Elements elements) {
        this.elements = elements;
    }

    /** Gives the methods of all supertypes that a method overrides or implements, the nearest first. */
    List<ExecutableElement> of(ExecutableElement method) {
        if (!canOverride(method)) {
            return List.of();
        }
        TypeElement owner = Members.owner(method);
        List<ExecutableElement> overridden = new ArrayList<>();
        for (TypeElement supertype : supertypes(owner)) {
            overridden.addAll(in(supertype, method, owner));
        }
        return overridden;
    }

    /** Gives the methods of one supertype that a method overrides in a class, which may merely inherit it. */
    List<ExecutableElement> in(TypeElement supertype, ExecutableElement method, TypeElement in) {
        List<ExecutableElement> overridden = new ArrayList<>();
        for (Element member : supertype.getEnclosedElements()) {
            if (member.getKind() == ElementKind.METHOD
                    && member.getSimpleName().equals(method.getSimpleName())
                    && elements.overrides(method, (ExecutableElement) member, in)) {
                overridden.add((ExecutableElement) member);
            }
        }
        return overridden;
    }

    /**
     * A method that a class inherits from one supertype to implement that of another.
     *
     * @param method what is inherited
     * @param implemented what it implements
     */
    record Inherited(ExecutableElement method, ExecutableElement implemented) {}

    /** Finds the pairs that only this class brings together: no declaration shows that one implements the other. */
    List<Inherited> inheritedBy(TypeElement type) {
        List<Inherited> pairs = new ArrayList<>();
        if (type.getInterfaces().isEmpty() && !isParameterized(type.getSuperclass())) {
            return pairs;
        }
        Set<TypeElement> supertypes = supertypes(type);
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (canOverride(method) && !Members.owner(method).equals(type)) {
                List<ExecutableElement> overridden = of(method);
                for (TypeElement supertype : supertypes) {
                    in(supertype, method, type).stream()
                            .filter(implemented -> !implemented.equals(method) && !overridden.contains(implemented))
                            .filter(implemented -> !isBroughtTogetherBy(supertypes, method, implemented))
                            .forEach(implemented -> pairs.add(new Inherited(method, implemented)));
                }
            }
        }
        return pairs;
    }

    /** {@code extends Steps<String>} may make {@code take(String)} implement {@code take(T)} of an interface of Steps. */
    private static boolean isParameterized(TypeMirror type) {
        return type instanceof DeclaredType declared
                && (!declared.getTypeArguments().isEmpty() || isParameterized(declared.getEnclosingType()));
    }

    /** What a superclass brings together is a matter of that class. */
    private boolean isBroughtTogetherBy(
            Set<TypeElement> types, ExecutableElement method, ExecutableElement implemented) {
        return types.stream()
                .filter(type -> supertypes(type).contains(Members.owner(method)))
                .filter(type -> supertypes(type).contains(Members.owner(implemented)))
                .anyMatch(type -> elements.overrides(method, implemented, type));
    }

    static boolean canOverride(ExecutableElement method) {
        return method.getKind() == ElementKind.METHOD
                && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE);
    }

    /** Gives all supertypes, each once, superclasses before the interfaces of the same level. */
    static Set<TypeElement> supertypes(TypeElement type) {
        Set<TypeElement> all = new LinkedHashSet<>();
        collect(type, all);
        return all;
    }

    private static void collect(TypeElement type, Set<TypeElement> all) {
        List<TypeMirror> direct = new ArrayList<>();
        direct.add(type.getSuperclass());
        direct.addAll(type.getInterfaces());
        for (TypeMirror supertype : direct) {
            if (supertype.getKind() == TypeKind.DECLARED) {
                TypeElement element = (TypeElement) ((DeclaredType) supertype).asElement();
                if (all.add(element)) {
                    collect(element, all);
                }
            }
        }
    }
}
