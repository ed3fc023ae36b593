package dev.lockproof.processor;

import java.util.List;
import java.util.stream.Stream;

/** Finds what is wrong with an entity. A pure function of the model. */
final class EntityValidator {

    private EntityValidator() {}

    /** All problems, or only the first kind where the others would follow from it. */
    static List<Problem> validate(EntityModel model) {
        List<Problem> declaration = DeclarationRules.check(model);
        if (!declaration.isEmpty()) {
            return declaration;
        }
        return Stream.of(
                        IdRules.check(model),
                        PropertyRules.check(model),
                        NameRules.check(model),
                        ConstructorRules.check(model))
                .flatMap(List::stream)
                .toList();
    }
}
