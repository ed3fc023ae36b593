package dev.lockproof.redis;

import dev.lockproof.redis.Script.Operation;

/**
 * An operation of the script with what it is given.
 *
 * @param keys the names of what it works on, all in one place of a cluster
 * @param values the operation's name, and what its file says
 */
@SuppressWarnings("ArrayRecordComponent") // as the client takes them; calls are never compared
record Call(String[] keys, String[] values) {

    static Call of(Operation operation, String[] keys, String... values) {
        String[] all = new String[values.length + 1];
        all[0] = operation.toString();
        System.arraycopy(values, 0, all, 1, values.length);
        return new Call(keys, all);
    }
}
