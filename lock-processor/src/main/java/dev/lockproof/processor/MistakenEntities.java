package dev.lockproof.processor;

import dev.lockproof.rules.Foreign;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds classes that have our {@code @Id}, {@code @Column} or {@code @Convert}, and an {@code @Entity} that isn't ours: we
 * would not even look at them. Where they are there for a subclass that is an entity of ours, that is as it should be.
 * An abstract class has them for a subclass at any rate, maybe in another module.
 */
final class MistakenEntities {

    private static final Set<String> OF_PROPERTIES =
            Set.of(AnnotationNames.ID, AnnotationNames.COLUMN, AnnotationNames.CONVERT);

    private final Collection<? extends Element> roots;

    MistakenEntities(Collection<? extends Element> roots) {
        this.roots = roots;
    }

    Optional<Problem> problem(TypeElement type) {
        return Foreign.like(AnnotationNames.ENTITY, type)
                .filter(other -> !type.getModifiers().contains(Modifier.ABSTRACT))
                .flatMap(other -> property(type).map(property -> problem(type, other, property)))
                .filter(problem -> !hasEntityBelow(type));
    }

    private static Problem problem(TypeElement type, String other, Element property) {
        String name = property.getSimpleName().toString();
        return new Problem(
                ErrorId.ENTITY_JPA_TOO,
                "%s is marked @%s, but its %s has Lockproof's @%s, which says nothing there. Did you mean @%s?"
                        .formatted(
                                type.getSimpleName(),
                                other,
                                property.getKind() == ElementKind.METHOD ? name + "()" : "'" + name + "'",
                                ofProperty(property).orElseThrow().getSimpleName(),
                                AnnotationNames.ENTITY),
                new Site(type));
    }

    private static Optional<Element> property(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> ofProperty(member).isPresent())
                .<Element>map(member -> member)
                .findFirst();
    }

    private static Optional<TypeElement> ofProperty(Element member) {
        return member.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .map(type -> (TypeElement) type.asElement())
                .filter(type -> OF_PROPERTIES.contains(type.getQualifiedName().toString()))
                .findFirst();
    }

    private boolean hasEntityBelow(TypeElement type) {
        return roots.stream()
                .flatMap(MistakenEntities::types)
                .anyMatch(other -> isOurs(other) && inherits(other, type));
    }

    private static Stream<TypeElement> types(Element element) {
        return element instanceof TypeElement type
                ? Stream.concat(
                        Stream.of(type),
                        ElementFilter.typesIn(type.getEnclosedElements()).stream()
                                .flatMap(MistakenEntities::types))
                : Stream.empty();
    }

    private static boolean isOurs(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(annotation -> (TypeElement) annotation.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(AnnotationNames.ENTITY));
    }

    /** Tells whether a class is another one, too: then what is written there is for it. */
    private static boolean inherits(TypeElement type, TypeElement from) {
        if (type.equals(from)) {
            return true;
        }
        TypeMirror superclass = type.getSuperclass();
        return superclass instanceof DeclaredType declared && inherits((TypeElement) declared.asElement(), from);
    }
}
