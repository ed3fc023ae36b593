package dev.lockproof.processor;

import static dev.lockproof.processor.ErrorId.ENTITY_ID_TYPE;
import static dev.lockproof.processor.ErrorId.ENTITY_MUTABLE_ID;
import static dev.lockproof.processor.ErrorId.ENTITY_NO_ID;
import static dev.lockproof.processor.ErrorId.ENTITY_SEVERAL_IDS;

import dev.lockproof.rules.Foreign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One id, whose text is the same for as long as the entity lives: the lock's key is made from it. */
final class IdRules {

    private static final String FIX = "use a String, a UUID, a whole number, an enum, a date, or a record of those.";

    private IdRules() {}

    static List<Problem> check(EntityModel model) {
        List<Property> ids = model.properties().stream().filter(Property::id).toList();
        if (ids.isEmpty()) {
            return List.of(noId(model));
        }
        if (ids.size() > 1) {
            return List.of(severalIds(model, ids));
        }
        List<Problem> problems = new ArrayList<>();
        type(model, ids.get(0)).ifPresent(problems::add);
        mutable(model, ids.get(0)).ifPresent(problems::add);
        return problems;
    }

    private static Problem noId(EntityModel model) {
        return model.declaration().otherId().map(other -> otherId(model, other)).orElseGet(() -> nothingMarked(model));
    }

    private static Problem otherId(EntityModel model, Declaration.OtherId other) {
        return new Problem(
                ENTITY_NO_ID,
                model.simpleName() + " has no @Id: "
                        + Foreign.question(other.name(), other.annotation(), AnnotationNames.ID),
                other.site());
    }

    private static Problem nothingMarked(EntityModel model) {
        String stray = model.declaration().strayIds().isEmpty()
                ? ""
                : " %s() is marked, but it is no accessor."
                        .formatted(model.declaration().strayIds().get(0));
        return new Problem(
                ENTITY_NO_ID,
                "%s has no @Id: mark the property that identifies it, e.g. %s%s"
                        .formatted(model.simpleName(), example(model), stray),
                model.declaration().site());
    }

    private static String example(EntityModel model) {
        Optional<Property> best = model.property("id")
                .or(() ->
                        model.properties().stream().filter(IdRules::isLikelyId).findFirst());
        String property =
                best.map(p -> Naming.simple(p.type()) + " " + p.name()).orElse("String id");
        return model.record() ? "@Id " + property + "." : "@Id private final " + property + ";";
    }

    private static boolean isLikelyId(Property property) {
        return property.storage() instanceof Storage.Simple simple
                && simple.type().noTextForm().isEmpty();
    }

    private static Problem severalIds(EntityModel model, List<Property> ids) {
        return new Problem(
                ENTITY_SEVERAL_IDS,
                "%s has %d properties marked @Id: %s. Keep one; a composite id is one property whose type is a record of them."
                        .formatted(
                                model.simpleName(),
                                ids.size(),
                                ids.stream().map(Property::name).collect(Collectors.joining(", "))),
                ids.get(1).site());
    }

    private static Optional<Problem> type(EntityModel model, Property id) {
        if (id.access().optional()) {
            return unstable(model, id, "is an Optional, but an id always has a value");
        }
        return noTextForm(id.storage())
                .flatMap(why -> unstable(model, id, "is of type " + Naming.simple(id.type()) + ": " + why));
    }

    private static Optional<Problem> unstable(EntityModel model, Property id, String why) {
        return Optional.of(new Problem(
                ENTITY_ID_TYPE,
                "The id '%s' of %s %s. The lock's key is made from its text: %s"
                        .formatted(id.name(), model.simpleName(), why, FIX),
                id.site()));
    }

    private static Optional<String> noTextForm(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return simple.type().noTextForm();
        }
        if (storage instanceof Storage.Converted converted) {
            return converted.mutable() ? Optional.of("it can be changed in place") : noTextForm(converted.stored());
        }
        if (storage instanceof Storage.Composite composite) {
            return composite.parts().stream()
                    .flatMap(part -> noTextForm(part).stream())
                    .findFirst();
        }
        return storage instanceof Storage.Unsupported unsupported && unsupported.isBy(Storage.Reason.TYPE)
                ? Optional.of("it has no stable text form")
                : Optional.empty();
    }

    private static Optional<String> noTextForm(Storage.Part part) {
        Optional<String> why = part.nullable() ? Optional.of("it may be null") : noTextForm(part.storage());
        return why.map(text -> "its component '%s' can't be part of an id, as %s".formatted(part.name(), text));
    }

    private static Optional<Problem> mutable(EntityModel model, Property id) {
        return id.setter()
                .map(setter -> new Problem(
                        ENTITY_MUTABLE_ID,
                        "The id '%s' of %s can be changed through %s, but a lock is held on the id that was read: %s."
                                .formatted(
                                        id.name(),
                                        model.simpleName(),
                                        setter.name(),
                                        setter.name().endsWith("()")
                                                ? "remove it and set the id in the constructor"
                                                : "make the field final"),
                        setter.site()));
    }
}
