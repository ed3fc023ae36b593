package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes keys as PostgreSQL can store, index and notify them. Two keys never share a form.
 *
 * <p>Most keys are stored as they are. U+0000, which no text of PostgreSQL may have, becomes {@code \0}, and a backslash two of
 * them. A long key is cut to its beginning, {@code \#} and its SHA-256.
 */
final class StoredKey {

    /** An index entry holds about 2 700 bytes and a notification 8 000; four bytes a character stay well below. */
    private static final int LONGEST = 500;

    private static final int KEPT_OF_LONG = 100;

    private StoredKey() {}

    static String of(LockKey key) {
        String text = key.value();
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(KEPT_OF_LONG - 1)) ? KEPT_OF_LONG - 1 : KEPT_OF_LONG;
            return escaped(text.substring(0, end)) + "\\#" + HexFormat.of().formatHex(sha256(text));
        }
        return escaped(text);
    }

    /** Gives 64 bits for an advisory lock. Two keys with the same bits wait for each other, and nothing worse. */
    static long bits(LockKey key) {
        return ByteBuffer.wrap(sha256("lockproof:" + key.value())).getLong();
    }

    private static String escaped(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\0') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\0", "\\0");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one does not", e);
        }
    }
}
