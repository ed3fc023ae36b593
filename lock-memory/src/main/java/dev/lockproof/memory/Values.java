package dev.lockproof.memory;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares stored values as a database does: 1.0 equals 1.00, 0.0 equals -0.0, and arrays are compared by content. */
final class Values {

    private Values() {}

    /** Gives an object that is equal to that of another value if and only if the values are. */
    static Object key(Object stored) {
        if (stored instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (stored instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        }
        if (stored instanceof Double number) {
            return number == 0 ? (Object) 0.0 : number;
        }
        if (stored instanceof Float number) {
            return number == 0 ? (Object) 0f : number;
        }
        return stored;
    }

    /** Gives the key of some columns of a row, none of them null. */
    static Object key(@Nullable Object[] row, int offset, int columns) {
        if (columns == 1) {
            return keyOfPart(row[offset]);
        }
        Object[] parts = new Object[columns];
        for (int i = 0; i < columns; i++) {
            parts[i] = keyOfPart(row[offset + i]);
        }
        return List.of(parts);
    }

    /** Compares two values of one column; those without an order of their own by some order. */
    static int compare(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue() ? 0 : Double.compare(x, y);
        }
        if (a instanceof Float x && b instanceof Float y) {
            return x.floatValue() == y.floatValue() ? 0 : Float.compare(x, y);
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.compareUnsigned(x, y);
        }
        return compareNaturally(a, b);
    }

    private static Object keyOfPart(@Nullable Object part) {
        if (part == null) {
            throw new IllegalArgumentException("An id, and each part of a composite one, is never null");
        }
        return key(part);
    }

    /** Both are of the column's storage class, which is comparable. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compareNaturally(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }
}
