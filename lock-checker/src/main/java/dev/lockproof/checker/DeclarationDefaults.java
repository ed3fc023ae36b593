package dev.lockproof.checker;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;

/**
 * Gives the methods of entities the qualifiers that their authors need not write.
 *
 * <p>A constructor makes a {@code @Fresh} entity. A method that returns its own type, such as a record's
 * {@code withStatus}, hands its receiver's qualifier on. Whoever wants something else writes it.
 */
final class DeclarationDefaults {

    private final EntityTypes entities;
    private final Qualifiers qualifiers;
    private final Types types;

    DeclarationDefaults(EntityTypes entities, Qualifiers qualifiers, Types types) {
        this.entities = entities;
        this.qualifiers = qualifiers;
        this.types = types;
    }

    void apply(Element element, AnnotatedTypeMirror type) {
        if (element instanceof ExecutableElement executable
                && type instanceof AnnotatedExecutableType executableType
                && entities.isEntity(EntityTypes.owner(executable))) {
            if (executable.getKind() == ElementKind.CONSTRUCTOR) {
                constructor(executableType);
            } else if (returnsOwnType(executable)) {
                handsOn(executableType);
            }
        }
    }

    private void constructor(AnnotatedExecutableType type) {
        AnnotatedTypeMirror made = type.getReturnType();
        if (!entities.isProof(made.getUnderlyingType())) {
            made.addMissingAnnotations(List.of(qualifiers.fresh));
        }
    }

    private boolean returnsOwnType(ExecutableElement method) {
        TypeMirror returned = method.getReturnType();
        return !method.getModifiers().contains(Modifier.STATIC)
                && !isAccessor(method)
                && returned.getKind() == TypeKind.DECLARED
                && entities.isEntity(returned)
                && !entities.isProof(returned)
                && types.isSubtype(types.erasure(EntityTypes.owner(method).asType()), types.erasure(returned));
    }

    /** What a record gives as its component is another one, and nobody need have written the method that gives it. */
    private static boolean isAccessor(ExecutableElement method) {
        return EntityTypes.owner(method).getRecordComponents().stream()
                .anyMatch(component -> method.equals(component.getAccessor()));
    }

    private void handsOn(AnnotatedExecutableType type) {
        AnnotatedTypeMirror returned = type.getReturnType();
        AnnotatedDeclaredType receiver = type.getReceiverType();
        if (receiver != null && !isAnnotated(returned) && !isAnnotated(receiver)) {
            returned.addAnnotation(qualifiers.poly);
            receiver.addAnnotation(qualifiers.poly);
        }
    }

    private boolean isAnnotated(AnnotatedTypeMirror type) {
        return type.hasPrimaryAnnotationInHierarchy(qualifiers.maybeUnlocked);
    }
}
