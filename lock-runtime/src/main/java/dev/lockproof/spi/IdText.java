package dev.lockproof.spi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes ids in lock keys, different ids differently. */
final class IdText {

    private IdText() {}

    static String of(@Nullable Object[] stored) {
        return stored.length == 1
                ? text(stored[0])
                : Arrays.stream(stored)
                        .map(part -> text(part).replace("\\", "\\\\").replace(",", "\\,"))
                        .collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object part) {
        if (part instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (part instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return String.valueOf(part);
    }
}
