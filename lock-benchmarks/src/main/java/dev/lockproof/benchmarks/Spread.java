package dev.lockproof.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * The median of several measurements, with how far they lie apart.
 *
 * @param median the middle one
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {

    /**
     * Sums up measurements.
     *
     * @param measured at least one
     * @return their spread
     */
    public static Spread of(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        int last = sorted.size() - 1;
        double median = (sorted.get(last / 2) + sorted.get(last - last / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(last));
    }

    /** Shows the median, and the smallest and the largest in parentheses. */
    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(digits(median), digits(min), digits(max));
    }

    /** Three digits are more than any of these measurements is good for. */
    private static String digits(double value) {
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
