package dev.lockproof.redis;

import dev.lockproof.redis.Script.Operation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the script with what it is given.
 *
 * @param keys the names of what it works on, all in one place of a cluster
 * @param values its name, and what its file says
 */
@SuppressWarnings("ArrayRecordComponent") // as the client takes them; calls are never compared
record Call(String[] keys, String[] values) {

    static Call of(Operation operation, String[] keys, String... values) {
        return new Call(keys, concat(new String[] {operation.toString()}, values));
    }

    /** Adds who waits, if somebody does and has asked. */
    Call by(@Nullable Watch watch) {
        if (watch == null) {
            return this;
        }
        String waiter = watch.waiter();
        return waiter == null ? this : new Call(keys, concat(values, waiter, watch.place()));
    }

    private static String[] concat(String[] first, String... second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
