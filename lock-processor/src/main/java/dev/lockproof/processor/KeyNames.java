package dev.lockproof.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers which entity of a compilation has which key name: two with the same one would share their locks. */
final class KeyNames {

    private final Map<String, String> entities = new LinkedHashMap<>();

    Optional<Problem> claim(EntityModel model) {
        String entity = model.type().canonicalName();
        String other = entities.putIfAbsent(model.keyName(), entity);
        return other == null || other.equals(entity)
                ? Optional.empty()
                : Optional.of(new Problem(
                        ErrorId.ENTITY_DUPLICATE_KEY_NAME,
                        "%s has the same key name as %s, \"%s\", so they would share locks: give one of them a name of its own, e.g. @Entity(name = \"%s\")."
                                .formatted(
                                        entity,
                                        other,
                                        model.keyName(),
                                        Naming.capitalize(lastPackage(model)) + model.simpleName()),
                        model.declaration().site()));
    }

    private static String lastPackage(EntityModel model) {
        String name = model.type().packageName();
        return name.isEmpty() ? "Other" : name.substring(name.lastIndexOf('.') + 1);
    }
}
