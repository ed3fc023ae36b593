package dev.lockproof.benchmarks.compile;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the source of a class that knows nothing of locks. */
final class PlainSource {

    private static final int LEAST_METHODS = 4;
    private static final int MOST_METHODS = 12;

    private static final List<String> METHODS = List.of("""
                public Map<String, List<Line>> byName%d(List<Line> lines) {
                    return lines.stream().filter(line -> line.amount() > 0).collect(Collectors.groupingBy(Line::name));
                }
            """, """
                public String show%d(List<Line> lines) {
                    StringBuilder shown = new StringBuilder();
                    for (Line line : lines) {
                        shown.append(line.name()).append(": ").append(line.amount()).append('\\n');
                    }
                    return shown.length() == 0 ? "nothing" : shown.toString();
                }
            """, """
                public long largest%d(long[] amounts) {
                    if (amounts.length == 0) {
                        throw new IllegalArgumentException("no amounts");
                    }
                    long largest = amounts[0];
                    for (int i = 1; i < amounts.length; i++) {
                        if (amounts[i] > largest) {
                            largest = amounts[i];
                        }
                    }
                    return largest;
                }
            """, """
                public Optional<Line> find%d(String name) {
                    Line line = lines.get(name);
                    return Optional.ofNullable(line).filter(found -> !found.name().isBlank());
                }
            """, """
                public int rank%d(String word) {
                    return switch (word) {
                        case "first", "best" -> 1;
                        case "second" -> 2;
                        default -> word.isEmpty() ? 0 : word.charAt(0) - 'a';
                    };
                }
            """, """
                public void read%d(Iterable<String> texts) throws IOException {
                    for (String text : texts) {
                        try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
                            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                                String name = line.strip();
                                lines.merge(name, new Line(name, 1), (a, b) -> new Line(name, a.amount() + b.amount()));
                            }
                        }
                    }
                }
            """, """
                public <K extends Comparable<K>, V> List<V> sorted%d(Map<K, V> values) {
                    List<V> sorted = new ArrayList<>();
                    values.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(entry -> sorted.add(entry.getValue()));
                    return sorted;
                }
            """);

    private PlainSource() {}

    static String of(String packageName, String className, Random random) {
        int count = LEAST_METHODS + random.nextInt(MOST_METHODS - LEAST_METHODS + 1);
        String methods = IntStream.range(0, count)
                .mapToObj(i -> METHODS.get(random.nextInt(METHODS.size())).formatted(i))
                .collect(Collectors.joining("\n"));
        return """
                package %1$s;

                import java.io.BufferedReader;
                import java.io.IOException;
                import java.io.StringReader;
                import java.util.ArrayList;
                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;
                import java.util.Optional;
                import java.util.stream.Collectors;

                public class %2$s {

                    private final Map<String, Line> lines = new HashMap<>();

                %3$s
                    public record Line(String name, long amount) {}
                }
                """.formatted(packageName, className, methods);
    }
}
