package dev.lockproof.benchmarks.compile;

import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the source of an entity. */
final class EntitySource {

    private EntitySource() {}

    static String of(EntityShape entity) {
        return entity.isRecord() ? record(entity) : openClass(entity);
    }

    private static String record(EntityShape entity) {
        return """
                package %1$s;

                import dev.lockproof.annotations.Entity;
                import dev.lockproof.annotations.Id;

                @Entity
                public record %2$s(@Id %3$s) {

                    public %2$s plus(long by) {
                        return new %2$s(%4$s);
                    }
                }
                """.formatted(
                        entity.packageName(),
                        entity.name(),
                        entity.parameters(),
                        entity.properties().stream()
                                .map(p -> p.name().equals("amount") ? "amount + by" : p.name())
                                .collect(Collectors.joining(", ")));
    }

    private static String openClass(EntityShape entity) {
        return """
                package %1$s;

                import dev.lockproof.annotations.Entity;
                import dev.lockproof.annotations.Id;

                @Entity
                public class %2$s {

                    @Id
                    %3$s

                    public %2$s(%4$s) {
                        %5$s
                    }

                    %6$s

                    public void add(long by) {
                        amount += by;
                    }
                }
                """.formatted(
                entity.packageName(),
                entity.name(),
                eachProperty(
                        entity,
                        p -> "private %s%s %s;"
                                .formatted(p.name().equals("amount") ? "" : "final ", p.type(), p.name())),
                entity.parameters(),
                eachProperty(entity, p -> "this.%1$s = %1$s;".formatted(p.name())),
                eachProperty(entity, p -> "public %s %s() { return %s; }".formatted(p.type(), p.getter(), p.name())));
    }

    private static String eachProperty(EntityShape entity, Function<EntityShape.Property, String> line) {
        return entity.properties().stream().map(line).collect(Collectors.joining("\n"));
    }
}
