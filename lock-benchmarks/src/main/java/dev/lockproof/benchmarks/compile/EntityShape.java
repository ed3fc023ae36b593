package dev.lockproof.benchmarks.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What an entity looks like.
 *
 * @param packageName its package
 * @param name its simple name
 * @param isRecord whether it is a record
 * @param properties its properties; among them {@code id} and {@code amount}
 */
record EntityShape(String packageName, String name, boolean isRecord, List<Property> properties) {

    private static final int MOST_EXTRAS = 8;
    private static final List<Property> EXTRAS = List.of(
            new Property("String", "text", "\"text\""),
            new Property("int", "count", "1"),
            new Property("boolean", "open", "true"),
            new Property("double", "rate", "0.5"),
            new Property("java.math.BigDecimal", "price", "java.math.BigDecimal.ONE"),
            new Property("java.time.Instant", "changed", "java.time.Instant.EPOCH"),
            new Property("java.time.LocalDate", "due", "java.time.LocalDate.EPOCH"),
            new Property("java.time.Duration", "length", "java.time.Duration.ZERO"),
            new Property("java.util.UUID", "reference", "new java.util.UUID(1, 2)"));

    static EntityShape random(String packageName, String name, Random random) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("String", "id", "id"));
        properties.add(new Property("long", "amount", "0"));
        int extras = random.nextInt(MOST_EXTRAS + 1);
        for (int i = 0; i < extras; i++) {
            properties.add(EXTRAS.get(random.nextInt(EXTRAS.size())).numbered(i));
        }
        return new EntityShape(packageName, name, random.nextInt(4) == 0, List.copyOf(properties));
    }

    /** The parameters of its constructor. */
    String parameters() {
        return properties.stream().map(p -> p.type() + " " + p.name()).collect(Collectors.joining(", "));
    }

    /** Arguments for its constructor, where an {@code id} is in scope. */
    String sampleArguments() {
        return properties.stream().map(Property::sample).collect(Collectors.joining(", "));
    }

    record Property(String type, String name, String sample) {

        Property numbered(int number) {
            return new Property(type, name + number, sample);
        }

        String getter() {
            return "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }
}
