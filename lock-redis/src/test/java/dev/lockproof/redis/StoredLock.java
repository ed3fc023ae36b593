package dev.lockproof.redis;

import dev.lockproof.LockKey;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.api.sync.RedisCommands;

/**
 * What a server keeps of a lock at a moment, as grant.lua says.
 *
 * @param text what there is in its key, or nothing
 */
record StoredLock(String text) {

    private static final int OWNER_ENDS = 32;
    private static final int LAST_BEGINS = 33;
    private static final int LAST_ENDS = 49;

    static StoredLock of(RedisServer server, LockKey key) {
        return of(server.commands(), key);
    }

    static StoredLock of(RedisCommands<String, String> commands, LockKey key) {
        String text = commands.get(name(key));
        return new StoredLock(text == null ? "" : text);
    }

    static String name(LockKey key) {
        return Keys.of("lp", key).lock();
    }

    /** Lets a lock be free whose largest token is known. */
    static void free(RedisServer server, LockKey key, long last) {
        server.commands().set(name(key), "%016d".formatted(last));
    }

    /** Tells whether nobody holds it, and it is not kept for anybody for some time. */
    boolean isFree() {
        return isUnowned() || (!isHeld() && ttlMillis() == 0);
    }

    private boolean isUnowned() {
        return text.length() < OWNER_ENDS;
    }

    boolean isHeldBy(OwnerId owner) {
        return text.startsWith(owner + " ");
    }

    boolean isKeptFor(OwnerId owner) {
        return text.startsWith(owner + "?");
    }

    /** Gives the largest token. */
    long last() {
        return Long.parseLong(isUnowned() ? text : text.substring(LAST_BEGINS, LAST_ENDS));
    }

    /** Gives when the lease began, in microseconds of the server's clock. */
    long since() {
        return afterTheToken(1);
    }

    /** Gives for how many milliseconds it is held, or kept, from its beginning on. */
    long ttlMillis() {
        return afterTheToken(2);
    }

    private long afterTheToken(int number) {
        return Long.parseLong(text.substring(LAST_ENDS + 1).split(" ", -1)[number]);
    }

    private boolean isHeld() {
        return text.charAt(OWNER_ENDS) == ' ';
    }
}
