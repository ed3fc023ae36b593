package dev.lockproof.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * What runs in the server, each operation as one step. What they take and give is said in their files.
 *
 * <p>All of them are one script: a server knows all or none of it, so requests of a connection keep their order also where the
 * server has to be told the text first. What every lock needs comes before the functions that the rest shares, since a server makes
 * these anew in each call. An operation is a part of one function, which is given the names of two keys, its own name, the owner, and
 * what its file begins with.
 */
final class Script {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    /** An operation, called by its name, which is its first value. */
    enum Operation {
        ACQUIRE,
        RELEASE,
        RENEW,
        ADVANCE,
        WRITE_BACK,
        WITHDRAW;

        /** The first one that uses what is shared. */
        private static final Operation FIRST_TO_SHARE = RENEW;

        private final String text = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return text;
        }
    }

    /** How long a released key is kept for the waiter whose turn it is, if that can't be granted the lease at once. */
    static final Duration KEPT = Duration.ofMillis(100);

    /** The most tokens after a lease's that are set aside for hand-overs in the holder's process. */
    static final int SPARE_TOKENS = 99;

    /** Tokens are counted in floating point, which is exact so far. */
    static final long LARGEST_TOKEN = (1L << 53) - 1;

    /** The same while other processes wait: a turn goes to so many more threads of a process. */
    private static final int SPARE_WHILE_OTHERS_WAIT = 3;

    /** Who waits asks at least once a second; a queue that nobody asks about is forgotten after this. */
    private static final Duration QUEUE = Duration.ofSeconds(10);

    static final String TEXT = text();

    /** What the server knows it by, once it has seen its text. */
    static final String SHA1 = sha1(TEXT);

    private Script() {}

    /**
     * Tells servers the text before anybody waits for a lock. Who doesn't learn it by that, or forgets it, is told it with a call.
     *
     * <p>From version 7.4 on, a server throws away scripts that it was told with a call when there are many of them, but none of
     * those.
     *
     * @param servers by their names
     */
    static void load(Map<String, RedisAsyncCommands<String, String>> servers) {
        servers.forEach((server, commands) -> commands.scriptLoad(TEXT).whenComplete((digest, failure) -> {
            if (failure != null) {
                LOG.log(Level.DEBUG, server + " doesn't learn the script at the start", failure);
            }
        }));
    }

    private static String text() {
        StringBuilder script = new StringBuilder("local function carryOut(lock, queue, operation, owner, ...)\n")
                .append(constant("KEPT_MILLIS", KEPT.toMillis()))
                .append(constant("SPARE", twoDigits(SPARE_TOKENS)))
                .append(constant("SPARE_WHILE_OTHERS_WAIT", twoDigits(SPARE_WHILE_OTHERS_WAIT)))
                .append(constant("LARGEST_TOKEN", LARGEST_TOKEN))
                .append(constant("QUEUE_MILLIS", QUEUE.toMillis()))
                .append(read("uncontended"))
                .append(read("grant"));
        for (Operation operation : Operation.values()) {
            if (operation == Operation.FIRST_TO_SHARE) {
                script.append(read("common"));
            }
            script.append("if operation == '").append(operation).append("' then\n");
            script.append(read(operation.toString())).append("end\n");
        }
        return script.append("end\n").append(read("batch")).toString();
    }

    /** Tokens that are set aside are the last two digits. */
    private static String twoDigits(int tokens) {
        return "'%02d'".formatted(tokens);
    }

    private static String constant(String name, Object value) {
        return "local " + name + " = " + value + "\n";
    }

    private static String read(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException(name + ".lua is missing from the jar of lock-redis");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".lua can't be read from the jar of lock-redis", e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1, but this one does not", e);
        }
    }
}
