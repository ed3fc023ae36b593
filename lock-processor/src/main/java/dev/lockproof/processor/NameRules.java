package dev.lockproof.processor;

import static dev.lockproof.processor.ErrorId.ENTITY_NAME_CLASH;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names that would mean two things in the generated types or in the table. */
final class NameRules {

    /** What a proof has of its own. */
    private static final Map<String, String> PROOF = Map.of(
            "entity", "gives the entity",
            "lock", "gives the lock",
            "lockKey", "gives the lock's key",
            "close", "releases the lock");

    /** What the class behind a view has of its own. */
    private static final Set<String> VIEW = Set.of("row", "store");

    /** The methods of {@code Object} that an accessor made for a field could collide with. */
    private static final Set<String> OBJECT =
            Set.of("getClass", "hashCode", "toString", "clone", "finalize", "notify", "notifyAll", "wait");

    private NameRules() {}

    static List<Problem> check(EntityModel model) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(methods(model));
        problems.addAll(accessors(model));
        problems.addAll(views(model));
        problems.addAll(memberTypes(model));
        if (problems.isEmpty()) {
            problems.addAll(twice(model, "accessor", p -> Stream.of(p.access().name())));
        }
        if (problems.isEmpty()) {
            problems.addAll(twice(model, "constant", p -> Stream.of(p.constant())));
        }
        if (problems.isEmpty()) {
            problems.addAll(twice(model, "column", NameRules::columns));
        }
        return problems;
    }

    /** Whether the views can have an accessor for a property. */
    static boolean isFree(Property property, EntityModel model) {
        String name = property.access().name();
        return !PROOF.containsKey(name)
                && !VIEW.contains(name)
                && !OBJECT.contains(name)
                && !(property.access().isField()
                        && model.declaration().methods().containsKey(name));
    }

    /** A class's methods are inherited by its proof; a record's are not, but for its accessors. */
    private static List<Problem> methods(EntityModel model) {
        return model.declaration().methods().entrySet().stream()
                .filter(method -> PROOF.containsKey(method.getKey()))
                .filter(method ->
                        !model.record() || model.property(method.getKey()).isPresent())
                .map(method -> clashesWithProof(
                        model,
                        method.getKey(),
                        model.record()
                                ? model.property(method.getKey()).orElseThrow().site()
                                : method.getValue().site()))
                .toList();
    }

    /** Accessors that are made up for fields that have none. */
    private static List<Problem> accessors(EntityModel model) {
        return model.properties().stream()
                .filter(property -> property.access().isField())
                .flatMap(property -> {
                    String name = property.name();
                    if (PROOF.containsKey(name)) {
                        return Stream.of(clashesWithProof(model, name, property.site()));
                    }
                    return model.declaration().methods().containsKey(name) || OBJECT.contains(name)
                            ? Stream.of(new Problem(
                                    ENTITY_NAME_CLASH,
                                    "The field '%s' has no accessor, and %s() is taken by another method: add get%s()."
                                            .formatted(name, name, Naming.capitalize(name)),
                                    property.site()))
                            : Stream.of();
                })
                .toList();
    }

    private static List<Problem> views(EntityModel model) {
        return model.properties().stream()
                .filter(property -> VIEW.contains(property.access().name()))
                .map(property -> new Problem(
                        ENTITY_NAME_CLASH,
                        "%s() clashes with a method that all views have: rename it; @Column(\"%s\") keeps the column."
                                .formatted(property.name(), property.column()),
                        property.site()))
                .toList();
    }

    /** A proof inherits the types inside its class, which then hide the generated ones. */
    private static List<Problem> memberTypes(EntityModel model) {
        return model.names().all().stream()
                .map(ClassName::simpleName)
                .filter(model.declaration().memberTypes()::contains)
                .map(name -> new Problem(
                        ENTITY_NAME_CLASH,
                        "%s inside %s has the name of a type that is generated next to it: rename one of them."
                                .formatted(name, model.simpleName()),
                        model.declaration().site()))
                .toList();
    }

    private static Problem clashesWithProof(EntityModel model, String name, Site site) {
        return new Problem(
                ENTITY_NAME_CLASH,
                "%s() clashes with %s.%s(), which %s: rename it."
                        .formatted(name, model.names().locked().simpleName(), name, PROOF.get(name)),
                site);
    }

    private static List<Problem> twice(EntityModel model, String what, Function<Property, Stream<String>> names) {
        Map<String, Property> seen = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Property property : model.properties()) {
            names.apply(property).forEach(name -> {
                Property other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), property);
                if (other != null) {
                    problems.add(new Problem(
                            ENTITY_NAME_CLASH,
                            "'%s' and '%s' of %s have the same %s, %s: rename one of them."
                                    .formatted(other.name(), property.name(), model.simpleName(), what, name),
                            property.site()));
                }
            });
        }
        return problems;
    }

    private static Stream<String> columns(Property property) {
        return property.storage() instanceof Storage.Composite composite
                ? composite.parts().stream().map(Storage.Part::column)
                : Stream.of(property.column());
    }
}
