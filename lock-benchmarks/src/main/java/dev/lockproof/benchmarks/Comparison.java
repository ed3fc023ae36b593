package dev.lockproof.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measurements of several subjects, taken in turn, once per round. The subject that was added first is the floor.
 *
 * <p>A ratio is taken within a round, so that a disturbance that lasts longer than a round cancels out.
 */
public final class Comparison {

    private final String title;
    private final String unit;
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    /**
     * Makes an empty comparison.
     *
     * @param title what is compared
     * @param unit the unit of the measurements
     */
    public Comparison(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /**
     * Adds the measurement of a round.
     *
     * @param subject who was measured
     * @param value how much it was
     */
    public void add(String subject, double value) {
        measured.computeIfAbsent(subject, s -> new ArrayList<>()).add(value);
    }

    /** Prints the measurements as a table in Markdown. */
    public void print() {
        printTable(false);
    }

    /** Prints the measurements and their ratios to the floor as a table in Markdown. */
    public void printWithRatios() {
        printTable(true);
    }

    private void printTable(boolean withRatios) {
        System.out.printf(
                "%n### %s%n%n| | %s |%s%n|---|---|%s%n",
                title, unit, withRatios ? " × floor |" : "", withRatios ? "---|" : "");
        measured.forEach((subject, values) -> System.out.printf(
                "| %s | %s |%s%n",
                subject, Spread.of(values), withRatios ? " " + Spread.of(ratios(values)) + " |" : ""));
    }

    private List<Double> ratios(List<Double> values) {
        List<Double> floor = measured.values().iterator().next();
        return IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / floor.get(round))
                .toList();
    }
}
