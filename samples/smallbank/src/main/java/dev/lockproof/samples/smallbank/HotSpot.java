package dev.lockproof.samples.smallbank;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of the hot spot.
 *
 * @param size a number of customers, or a percentage of them
 * @param percent whether it is a percentage
 */
record HotSpot(int size, boolean percent) {

    int customersOf(int all) {
        return percent ? (int) ((long) all * size / 100) : size;
    }

    @Override
    public String toString() {
        return percent ? size + "%" : Integer.toString(size);
    }

    /** Reads {@code 100} or {@code 25%}. */
    static final class Converter implements ITypeConverter<HotSpot> {
        @Override
        public HotSpot convert(String value) {
            boolean percent = value.endsWith("%");
            String digits = percent ? value.substring(0, value.length() - 1) : value;
            try {
                return new HotSpot(Integer.parseInt(digits), percent);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "'" + value + "' is neither a number of customers, such as 100, nor a percentage, such as 25%");
            }
        }
    }
}
