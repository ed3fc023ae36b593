package dev.lockproof.processor;

import static dev.lockproof.processor.ErrorId.ENTITY_CONSTRUCTOR;
import static dev.lockproof.processor.ErrorId.ENTITY_FINAL_ACCESSOR;
import static dev.lockproof.processor.ErrorId.ENTITY_JPA_TOO;
import static dev.lockproof.processor.ErrorId.ENTITY_PROPERTY_TYPE;

import dev.lockproof.rules.Foreign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Properties that can be read and stored. */
final class PropertyRules {

    private PropertyRules() {}

    static List<Problem> check(EntityModel model) {
        return model.properties().stream()
                .flatMap(property -> check(model, property))
                .toList();
    }

    private static Stream<Problem> check(EntityModel model, Property property) {
        return property.foreign().isPresent()
                ? property.foreign().map(other -> foreign(model, property, other)).stream()
                : Stream.of(
                                type(model, property),
                                exceptions(property),
                                readable(model, property),
                                finalAccessor(model, property))
                        .flatMap(Optional::stream);
    }

    private static Problem foreign(EntityModel model, Property property, String other) {
        String name = "'" + property.name() + "' of " + model.simpleName();
        String text = ForeignAnnotations.ours(other)
                .map(ours -> Foreign.question(name, other, ours.canonicalName()))
                .orElseGet(() -> "%s is marked @%s, and stored all the same: %s."
                        .formatted(
                                name,
                                other,
                                model.record()
                                        ? "a record is made of all its components; take it out"
                                        : "mark the field transient"));
        return new Problem(ENTITY_JPA_TOO, text, property.site());
    }

    private static Optional<Problem> type(EntityModel model, Property property) {
        if (property.storage() instanceof Storage.Composite composite) {
            return composite.parts().stream()
                    .filter(part -> part.storage() instanceof Storage.Unsupported unsupported
                            && !unsupported.isBy(Storage.Reason.TYPE))
                    .map(part -> unsupported(model, property, part.name(), (Storage.Unsupported) part.storage()))
                    .findFirst();
        }
        return property.storage() instanceof Storage.Unsupported unsupported
                        && (!unsupported.isBy(Storage.Reason.TYPE) || !property.id())
                ? Optional.of(unsupported(model, property, property.name(), unsupported))
                : Optional.empty();
    }

    private static Problem unsupported(
            EntityModel model, Property property, String name, Storage.Unsupported unsupported) {
        if (!unsupported.isBy(Storage.Reason.TYPE)) {
            return new Problem(
                    ENTITY_PROPERTY_TYPE,
                    "'%s' of %s %s.".formatted(name, model.simpleName(), unsupported.why()),
                    property.site());
        }
        String orTransient = model.record() ? "" : ", or mark the field transient if it is not part of what is stored";
        return new Problem(
                ENTITY_PROPERTY_TYPE,
                "'%s' of %s is of type %s, which %s: give it a converter, e.g. @Convert(%sConverter.class)%s."
                        .formatted(
                                name,
                                model.simpleName(),
                                Naming.simple(property.type()),
                                unsupported.why(),
                                Naming.capitalize(name),
                                orTransient),
                property.site());
    }

    private static Optional<Problem> exceptions(Property property) {
        return property.access().checkedExceptions().stream()
                .findFirst()
                .map(exception -> new Problem(
                        ENTITY_PROPERTY_TYPE,
                        "%s() throws %s, a checked exception, so '%s' can't be read when it is stored: throw an unchecked one."
                                .formatted(property.access().name(), exception, property.name()),
                        property.access().site()));
    }

    private static Optional<Problem> readable(EntityModel model, Property property) {
        return property.access().kind() == Property.Access.Kind.NONE
                ? Optional.of(new Problem(
                        ENTITY_CONSTRUCTOR,
                        "The field '%s' of %s can't be read, so its value would be lost: give it an accessor, e.g. get%s(), or mark it transient if it is not part of what is stored."
                                .formatted(property.name(), model.simpleName(), Naming.capitalize(property.name())),
                        property.site()))
                : Optional.empty();
    }

    private static Optional<Problem> finalAccessor(EntityModel model, Property property) {
        Property.Access access = property.access();
        return access.isMethod() && access.isFinal() && !access.isPublic()
                ? Optional.of(new Problem(
                        ENTITY_FINAL_ACCESSOR,
                        "%s() is final but not public, and %s must override it with a public method: make it public, or remove 'final'."
                                .formatted(access.name(), model.names().locked().simpleName()),
                        access.site()))
                : Optional.empty();
    }
}
