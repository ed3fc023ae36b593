package dev.lockproof.checker;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.javacutil.ElementUtils;

/**
 * Knows which places ask nothing of a value: whatever javac lets in there is right, so it need not be known what it is.
 *
 * <p>Only the type of the place counts, since a value of any type that fits may be forgotten. It must be open to all
 * qualifiers, and must have no type arguments, inside of which nothing can be forgotten.
 */
final class Demands {

    private final Qualifiers qualifiers;
    private final EntityTypes entities;
    private final QualifiedDeclarations declarations;
    private final Elements elements;
    private final Map<ExecutableElement, Boolean> demanding = new HashMap<>();
    private final Map<Element, Boolean> inside = new HashMap<>();

    Demands(Qualifiers qualifiers, EntityTypes entities, QualifiedDeclarations declarations, Elements elements) {
        this.elements = elements;
        this.qualifiers = qualifiers;
        this.entities = entities;
        this.declarations = declarations;
    }

    /** Tells whether values of a type may have to be more than javac knows. */
    boolean isDemanding(AnnotatedTypeMirror type) {
        boolean simple = type.getKind().isPrimitive()
                || (type instanceof AnnotatedDeclaredType declared && isSimple(declared.getUnderlyingType()));
        return !simple || !type.hasPrimaryAnnotation(qualifiers.maybeUnlocked);
    }

    /**
     * Tells whether a method or constructor may ask anything of its arguments or its receiver. The answer is the same
     * for all calls, so none counts whose parameters depend on the call.
     */
    boolean isDemanding(ExecutableElement method) {
        Boolean known = demanding.get(method);
        if (known == null) {
            TypeElement owner = EntityTypes.owner(method);
            known = !method.getTypeParameters().isEmpty()
                    || entities.isProof(owner.asType())
                    || declarations.isQualified(method)
                    || declarations.isQualified(owner)
                    || isInsideOfDemands(method)
                    || !method.getParameters().stream().allMatch(parameter -> isPlain(parameter.asType()));
            demanding.put(method, known);
        }
        return known;
    }

    /** Tells whether no qualifier is in a type, nor can a function be of it: it is primitive, or a class of the JDK. */
    static boolean isPlain(TypeMirror type) {
        if (!type.getAnnotationMirrors().isEmpty()) {
            return false;
        }
        return type.getKind().isPrimitive()
                || (type instanceof DeclaredType declared
                        && isSimple(declared)
                        && declared.asElement().getKind() != ElementKind.INTERFACE
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .toString()
                                .startsWith("java."));
    }

    private static boolean isSimple(DeclaredType type) {
        return ((TypeElement) type.asElement()).getTypeParameters().isEmpty()
                && type.getEnclosingType().getKind() == TypeKind.NONE;
    }

    /** Whatever says so is refused where it is compiled with the checker, but libraries need not be. */
    private boolean isInsideOfDemands(Element declaration) {
        Boolean known = inside.get(declaration);
        if (known == null) {
            Element around = declaration instanceof PackageElement inner
                    ? ElementUtils.parentPackage(inner, elements)
                    : declaration.getEnclosingElement();
            known = declaration.getAnnotationMirrors().stream()
                            .anyMatch(annotation -> WrittenQualifiers.isQualifier(annotation)
                                    || WrittenQualifiers.isStrongDefault(annotation))
                    || (around != null && isInsideOfDemands(around));
            inside.put(declaration, known);
        }
        return known;
    }
}
