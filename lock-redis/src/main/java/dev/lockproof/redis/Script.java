package dev.lockproof.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What runs in the server, each operation as one step. What they take and give is said in their files.
 *
 * <p>All of them are one script: a server knows all or none of it, so requests of a connection keep their order also where the
 * server has to be told the text first.
 */
final class Script {

    /** An operation, called by its name. */
    enum Operation {
        ACQUIRE,
        RENEW,
        ADVANCE,
        WRITE_BACK,
        RELEASE,
        ENQUEUE,
        WITHDRAW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String TEXT = text();

    /** What the server knows it by, once it has seen its text. */
    static final String SHA1 = sha1(TEXT);

    private Script() {}

    private static String text() {
        StringBuilder script = new StringBuilder(read("common"));
        String next = "if";
        for (Operation operation : Operation.values()) {
            script.append(next).append(" operation == '").append(operation).append("' then\n");
            script.append(read(operation.toString()));
            next = "elseif";
        }
        return script.append("end\n").toString();
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
