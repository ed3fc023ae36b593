package dev.lockproof.redis;

import dev.lockproof.redis.Script.Operation;
import java.util.Arrays;

/**
 * An operation of the script with what it is given.
 *
 * @param keys the names of what it works on, all in one place of a cluster
 * @param values what the operation's file says, and its name at the end
 */
@SuppressWarnings("ArrayRecordComponent") // as the client takes them; calls are never compared
record Call(String[] keys, String[] values) {

    static Call of(Operation operation, String[] keys, String... values) {
        String[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = operation.toString();
        return new Call(keys, all);
    }
}
