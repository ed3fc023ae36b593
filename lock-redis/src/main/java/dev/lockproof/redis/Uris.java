package dev.lockproof.redis;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the URI of a server says, and what Lettuce makes of it. */
final class Uris {

    /** What Lettuce reads a timeout from. */
    private static final Pattern TIMEOUT = Pattern.compile("(?:^|[&;])timeout=([^&;]*)", Pattern.CASE_INSENSITIVE);

    /** What it reads as one. It takes anything else for none, or for milliseconds. */
    private static final Pattern TIME = Pattern.compile("\\d+(?:ns|us|ms|s|m|h|d)?");

    private Uris() {}

    /** Reads a URI, and shows nothing of one that can't be read: it may have a password in it. */
    @SuppressWarnings("UnusedException") // its message has the whole URI
    static RedisURI parse(String uri) {
        try {
            return RedisURI.create(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This is no URI of a Redis. Give it as redis://user:password@host:port,"
                    + " rediss://… for TLS, or redis-sentinel://host1,host2/0#primary; and write what is special in user or"
                    + " password in per cent, such as %40 for @");
        }
    }

    /** Gives how long the server may take to answer as a URI says, or null if it doesn't. */
    static @Nullable Duration timeoutIn(String uri) {
        RedisURI parsed = parse(uri);
        String query = URI.create(uri).getQuery();
        Matcher written = TIMEOUT.matcher(query == null ? "" : query);
        if (!written.find()) {
            return timeoutOf(parsed);
        }
        if (!TIME.matcher(written.group(1)).matches()) {
            throw new IllegalArgumentException(
                    "The timeout '" + written.group(1) + "' of the URI of a Redis is no time:"
                            + " write a number and ns, us, ms, s, m, h or d, such as timeout=2s");
        }
        return parsed.getTimeout();
    }

    /** The same of one that was read: what all have at first can't be told from what was set. */
    static @Nullable Duration timeoutOf(RedisURI uri) {
        Duration timeout = uri.getTimeout();
        return timeout.equals(RedisURI.DEFAULT_TIMEOUT_DURATION) ? null : timeout;
    }

    /** Gives the same addresses, to be connected to within a time. */
    static List<RedisURI> within(Duration timeout, List<RedisURI> uris) {
        return uris.stream().map(uri -> within(timeout, uri)).toList();
    }

    /** Gives the same address, to be connected to within a time. */
    static RedisURI within(Duration timeout, RedisURI uri) {
        RedisURI copy = new CopyOfUri(uri);
        copy.setTimeout(timeout);
        copy.getSentinels().forEach(sentinel -> sentinel.setTimeout(timeout));
        return copy;
    }

    /** A copy with all that the URI has. One of its builder has no Sentinels. */
    private static final class CopyOfUri extends RedisURI {

        private static final long serialVersionUID = 1;

        CopyOfUri(RedisURI uri) {
            super(uri);
        }
    }

    /** Names a server without user and password. */
    static String nameOf(RedisURI uri) {
        if (!uri.getSentinels().isEmpty()) {
            return "the primary " + uri.getSentinelMasterId() + " of the Sentinels";
        }
        return uri.getSocket() != null
                ? "Redis at " + uri.getSocket()
                : "Redis at " + uri.getHost() + ":" + uri.getPort();
    }
}
