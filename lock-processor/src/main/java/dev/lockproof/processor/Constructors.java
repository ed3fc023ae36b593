package dev.lockproof.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the constructor that brings an entity back from its row. */
final class Constructors {

    private Constructors() {}

    /** The largest accessible constructor whose parameters are exactly the properties; the first one of several. */
    static Optional<Constructor> best(List<Constructor> constructors, List<Property> properties) {
        return constructors.stream().filter(c -> isUsable(c, properties)).findFirst();
    }

    /** The parameters of the largest accessible constructor. */
    static List<Constructor.Parameter> largest(List<Constructor> constructors) {
        return constructors.stream()
                .filter(Constructor::accessible)
                .map(Constructor::parameters)
                .reduce(List.of(), (a, b) -> b.size() > a.size() ? b : a);
    }

    /** The constructor that the user most likely means, for the message that says what is wrong with it. */
    static Optional<Constructor> closest(List<Constructor> constructors, List<Property> properties) {
        return constructors.stream()
                .max(Comparator.comparing(Constructor::accessible)
                        .thenComparing(c -> matches(c, properties))
                        .thenComparing(c -> -c.parameters().size()));
    }

    private static boolean isUsable(Constructor constructor, List<Property> properties) {
        return constructor.accessible()
                && constructor.checkedExceptions().isEmpty()
                && constructor.parameters().size() == properties.size()
                && constructor.parameters().stream()
                        .allMatch(parameter -> properties.stream().anyMatch(parameter::fits));
    }

    private static long matches(Constructor constructor, List<Property> properties) {
        return properties.stream().filter(p -> constructor.takes(p.name())).count();
    }
}
