package dev.lockproof.processor;

import java.util.List;

/** Finds what is wrong with an entity. A pure function of the model. */
final class EntityValidator {

    private EntityValidator() {}

    static List<Problem> validate(EntityModel model) {
        return List.of();
    }
}
