package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Ways to go on, each with a weight, of which one is chosen. */
final class WildChoice {

    private record Way(int weight, Supplier<String> text) {}

    private final List<Way> ways = new ArrayList<>();

    WildChoice or(int weight, Supplier<String> text) {
        ways.add(new Way(weight, text));
        return this;
    }

    WildChoice or(int weight, String text) {
        return or(weight, () -> text);
    }

    /** Adds a way where it is possible. */
    WildChoice orIf(boolean possible, int weight, Supplier<String> text) {
        return possible ? or(weight, text) : this;
    }

    String choose(SplittableRandom random) {
        int left = random.nextInt(ways.stream().mapToInt(Way::weight).sum());
        for (Way way : ways) {
            left -= way.weight();
            if (left < 0) {
                return way.text().get();
            }
        }
        throw new AssertionError(ways);
    }
}
