package dev.lockproof.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A constructor that takes all properties: the way back from a row. */
final class ConstructorRules {

    private ConstructorRules() {}

    static List<Problem> check(EntityModel model) {
        List<Constructor> constructors = model.declaration().constructors();
        if (Constructors.best(constructors, model.properties()).isPresent()) {
            return List.of();
        }
        String wanted = model.properties().stream()
                .map(p -> Naming.simple(p.type()) + " " + p.name())
                .collect(Collectors.joining(", ", model.simpleName() + "(", ")"));
        Optional<Constructor> closest = Constructors.closest(constructors, model.properties());
        String why = closest.map(c -> differences(c, model.properties())).orElse("there is none at all");
        return List.of(new Problem(
                ErrorId.ENTITY_CONSTRUCTOR,
                "%s needs a constructor %s that its package can call, to be created from a row; %s."
                        .formatted(model.simpleName(), wanted, why),
                closest.map(Constructor::site).orElse(model.declaration().site())));
    }

    private static String differences(Constructor constructor, List<Property> properties) {
        if (!constructor.accessible()) {
            return "this one is private or generic";
        }
        List<String> differences = new ArrayList<>();
        constructor
                .checkedExceptions()
                .forEach(exception -> differences.add("it throws " + exception + ", a checked exception"));
        Set<String> meant = new HashSet<>();
        for (Constructor.Parameter parameter : constructor.parameters()) {
            Optional<Property> property = named(parameter.name(), properties);
            if (property.isEmpty()) {
                Optional<String> suggestion = suggestion(parameter, constructor, properties);
                suggestion.ifPresent(meant::add);
                differences.add("'%s' is no property%s"
                        .formatted(
                                parameter.name(),
                                suggestion
                                        .map(s -> ", did you mean '" + s + "'?")
                                        .orElse("")));
            } else if (!parameter.fits(property.get())) {
                differences.add("'%s' is of type %s here and %s in the class"
                        .formatted(
                                parameter.name(),
                                Naming.simple(parameter.type()),
                                Naming.simple(property.get().type())));
            }
        }
        properties.stream()
                .map(Property::name)
                .filter(name -> !constructor.takes(name) && !meant.contains(name))
                .forEach(name -> differences.add("'" + name + "' is missing"));
        return "here " + String.join("; ", differences);
    }

    private static Optional<Property> named(String name, List<Property> properties) {
        return properties.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The property that is most like a parameter's name and is not yet a parameter. */
    private static Optional<String> suggestion(
            Constructor.Parameter parameter, Constructor constructor, List<Property> properties) {
        List<String> free = properties.stream()
                .map(Property::name)
                .filter(name -> !constructor.takes(name))
                .toList();
        return Similarity.closest(parameter.name(), free)
                .or(() -> properties.stream()
                        .filter(p -> free.contains(p.name()) && free.size() == 1)
                        .filter(p -> p.type().box().equals(parameter.type().box()))
                        .map(Property::name)
                        .findFirst());
    }
}
