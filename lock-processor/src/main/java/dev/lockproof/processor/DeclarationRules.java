package dev.lockproof.processor;

import static dev.lockproof.processor.ErrorId.ENTITY_DUPLICATE_KEY_NAME;
import static dev.lockproof.processor.ErrorId.ENTITY_FINAL_CLASS;
import static dev.lockproof.processor.ErrorId.ENTITY_JPA_TOO;
import static dev.lockproof.processor.ErrorId.ENTITY_NOT_ALLOWED_HERE;

import dev.lockproof.rules.Foreign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What can be an entity at all. */
final class DeclarationRules {

    private DeclarationRules() {}

    static List<Problem> check(EntityModel model) {
        return Stream.of(place(model), jpa(model), table(model), extensible(model), keyName(model))
                .flatMap(Optional::stream)
                .limit(1)
                .toList();
    }

    private static Optional<Problem> place(EntityModel model) {
        Declaration declaration = model.declaration();
        return switch (declaration.kind()) {
            case INTERFACE -> notAllowed(model, "is an interface: @Entity goes on a class or record.");
            case ENUM -> notAllowed(model, "is an enum: @Entity goes on a class or record.");
            case ANNOTATION_TYPE -> notAllowed(model, "is an annotation: @Entity goes on a class or record.");
            default -> placeOfClass(model);
        };
    }

    private static Optional<Problem> placeOfClass(EntityModel model) {
        Declaration declaration = model.declaration();
        if (declaration.modifiers().contains(Modifier.ABSTRACT)) {
            return notAllowed(
                    model,
                    "is abstract, and an entity is created from its row: mark its subclasses instead; they inherit its"
                            + " properties.");
        }
        if (declaration.inner()) {
            return notAllowed(model, "needs an instance of the class around it: make it static.");
        }
        if (declaration.hidden()) {
            return notAllowed(
                    model, "can't be named by the types generated next to it, as it or a class around it is private.");
        }
        if (!declaration.openTypeParameters().isEmpty()) {
            return notAllowed(
                    model,
                    "has the type parameter %s: give it no bound or one plain class, as a row does not say which type it had."
                            .formatted(String.join(", ", declaration.openTypeParameters())));
        }
        return Optional.empty();
    }

    private static Optional<Problem> notAllowed(EntityModel model, String why) {
        return problem(ENTITY_NOT_ALLOWED_HERE, model, why);
    }

    private static Optional<Problem> jpa(EntityModel model) {
        return model.declaration()
                .jpaEntity()
                .flatMap(jpa -> problem(
                        ENTITY_JPA_TOO,
                        model,
                        "is also marked @%s, which stores it without a lock: keep one of both; Lockproof's import is %s."
                                .formatted(jpa, Library.ENTITY.canonicalName())));
    }

    private static Optional<Problem> table(EntityModel model) {
        return model.declaration()
                .foreignTable()
                .map(other -> new Problem(
                        ENTITY_JPA_TOO,
                        Foreign.question(model.simpleName(), other, Library.ENTITY.canonicalName() + "(table = \"…\")"),
                        model.declaration().site()));
    }

    private static Optional<Problem> extensible(EntityModel model) {
        if (model.record()) {
            return Optional.empty();
        }
        for (Modifier modifier : List.of(Modifier.FINAL, Modifier.SEALED)) {
            if (model.declaration().modifiers().contains(modifier)) {
                return problem(
                        ENTITY_FINAL_CLASS,
                        model,
                        "is %s, so that %s could not extend it: remove '%s', or make it a record."
                                .formatted(modifier, model.names().locked().simpleName(), modifier));
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> keyName(EntityModel model) {
        return model.keyName().contains(":")
                ? problem(
                        ENTITY_DUPLICATE_KEY_NAME,
                        model,
                        "has the key name \"%s\": leave the colon out, as it ends the name in keys such as %s:42, and another entity's keys could be the same."
                                .formatted(model.keyName(), model.simpleName()))
                : Optional.empty();
    }

    private static Optional<Problem> problem(ErrorId id, EntityModel model, String text) {
        return Optional.of(new Problem(
                id, model.simpleName() + " " + text, model.declaration().site()));
    }
}
