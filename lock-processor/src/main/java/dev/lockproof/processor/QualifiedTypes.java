package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.lockproof.rules.Foreign;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Knows on which types a qualifier says something: entities, their views and their proofs. */
final class QualifiedTypes {

    private static final Set<String> QUALIFIERS =
            Set.of(AnnotationNames.LOCKED, AnnotationNames.FRESH, AnnotationNames.WRITABLE);

    private final Elements elements;
    private final Types types;

    QualifiedTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * A qualifier where it says nothing.
     *
     * @param qualifier the annotation's simple name
     * @param type the type that it is on
     * @param otherEntity the annotation of others that makes it an entity for them, if it has one
     */
    record Misplaced(String qualifier, String type, Optional<String> otherEntity) {

        Problem problem(Site site) {
            return new Problem(
                    ErrorId.LOCKED_NOT_AN_ENTITY,
                    "@%s is on %s, which is no entity%s".formatted(qualifier, type, why()),
                    site);
        }

        private String why() {
            return otherEntity
                    .map(other -> " of Lockproof: " + Foreign.question("it", other, AnnotationNames.ENTITY))
                    .orElseGet(() ->
                            ", view or proof, so there is no lock to speak of: remove it, or mark %s with @Entity."
                                    .formatted(type));
        }
    }

    /** Finds a misplaced qualifier on a type, or in its arguments, components or bounds. */
    Optional<Misplaced> misplaced(TypeMirror type) {
        return qualifierOn(type)
                .filter(qualifier -> !isQualifiable(type))
                .map(qualifier -> new Misplaced(qualifier, Naming.simple(TypeName.get(type)), otherEntity(type)))
                .or(() -> parts(type).flatMap(part -> misplaced(part).stream()).findFirst());
    }

    private static Optional<String> otherEntity(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? Foreign.like(AnnotationNames.ENTITY, declared.asElement())
                : Optional.empty();
    }

    private static Stream<? extends TypeMirror> parts(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream();
            case ARRAY -> Stream.of(((ArrayType) type).getComponentType());
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .filter(bound -> bound != null);
            default -> Stream.of();
        };
    }

    private static Optional<String> qualifierOn(TypeMirror type) {
        return type.getAnnotationMirrors().stream()
                .map(annotation -> annotation.getAnnotationType().asElement())
                .filter(annotation -> annotation instanceof TypeElement known
                        && QUALIFIERS.contains(known.getQualifiedName().toString()))
                .map(annotation -> annotation.getSimpleName().toString())
                .findFirst();
    }

    private boolean isQualifiable(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> isEntity(MoreTypes.asTypeElement(type)) || isViewOrProof(type);
            case TYPEVAR, WILDCARD, INTERSECTION, ERROR -> true;
            default -> false;
        };
    }

    private static boolean isEntity(TypeElement type) {
        return Members.lineage(type).stream().anyMatch(t -> Annotated.has(Library.ENTITY, t));
    }

    private boolean isViewOrProof(TypeMirror type) {
        return Stream.of(Library.PERSISTENT, Library.LOCK_PROOF)
                .map(name -> elements.getTypeElement(name.canonicalName()))
                .anyMatch(
                        known -> known != null && types.isSubtype(types.erasure(type), types.erasure(known.asType())));
    }
}
