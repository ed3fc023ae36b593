package dev.lockproof.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings of one run, from arguments such as {@code rounds=5}.
 *
 * @param values the settings that were given
 */
public record Settings(Map<String, String> values) {

    static Settings parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not of the form setting=value: " + argument);
            }
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new Settings(Map.copyOf(values));
    }

    /**
     * Reads a number.
     *
     * @param name the setting
     * @param unlessGiven its default
     * @return the number
     */
    public int number(String name, int unlessGiven) {
        return Integer.parseInt(values.getOrDefault(name, String.valueOf(unlessGiven)));
    }

    /**
     * Reads numbers that are separated by commas; none, if nothing is given.
     *
     * @param name the setting
     * @param unlessGiven its default
     * @return the numbers
     */
    public List<Integer> numbers(String name, String unlessGiven) {
        return (values.containsKey(name) ? texts(name) : List.of(unlessGiven.split(",")))
                .stream().map(Integer::valueOf).toList();
    }

    /**
     * Reads texts that are separated by commas.
     *
     * @param name the setting
     * @return the texts; none, if nothing is given
     */
    public List<String> texts(String name) {
        return Stream.of(values.getOrDefault(name, "").split(","))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
