package dev.lockproof.processor;

import com.google.auto.common.MoreTypes;
import com.google.auto.common.SuperficialValidation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Decides whether all types exist that the model of an entity depends on, as another processor may yet have to generate
 * one. Methods don't count: an entity's method may well name the entity's own {@code LockedAccount}.
 */
final class Readiness {

    private Readiness() {}

    static boolean isReady(TypeElement entity) {
        List<TypeElement> lineage = Members.lineage(entity);
        return lineage.stream().allMatch(type -> type.getSuperclass().getKind() != TypeKind.ERROR)
                && lineage.stream().allMatch(Readiness::membersExist)
                && constructorsExist(entity);
    }

    private static boolean membersExist(TypeElement type) {
        return Stream.concat(Members.storedFields(type).stream(), type.getRecordComponents().stream())
                        .allMatch(member -> exists(member.asType()))
                && type.getEnclosedElements().stream().allMatch(Readiness::converterExists);
    }

    private static boolean constructorsExist(TypeElement entity) {
        return ElementFilter.constructorsIn(entity.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .map(ExecutableElement::getParameters)
                .flatMap(List::stream)
                .allMatch(parameter -> SuperficialValidation.validateType(parameter.asType()));
    }

    /** A type exists, and if it is a record, which may be a composite id, so do the types of its components. */
    private static boolean exists(TypeMirror type) {
        if (!SuperficialValidation.validateType(type)) {
            return false;
        }
        return type.getKind() != TypeKind.DECLARED
                || MoreTypes.asTypeElement(type).getKind() != ElementKind.RECORD
                || MoreTypes.asTypeElement(type).getRecordComponents().stream()
                        .allMatch(part -> SuperficialValidation.validateType(part.asType()));
    }

    private static boolean converterExists(Element member) {
        return Annotated.with(Library.CONVERT, member)
                .map(convert -> Annotated.type(convert, "value")
                        .filter(type -> type.getKind() == TypeKind.DECLARED)
                        .isPresent())
                .orElse(true);
    }
}
