package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says what went wrong, and what to do about it. */
final class Failures {

    private static final String SPEAKS_TLS =
            "speaks TLS on this port (rediss:// is with, redis:// without; rediss-sentinel:// is for Sentinels)";

    /** What Lettuce says where Sentinels know no primary of a name. */
    private static final String UNKNOWN_TO_SENTINELS = "Cannot provide redisAddress using sentinel";

    /** What servers say without a code where a script does what the user may not do. */
    private static final String REFUSED_WITHIN_SCRIPT = "The user executing the script can't";

    /** What errors begin with. Redis 6 puts the place in the script in front of it. */
    private static final Pattern CODE = Pattern.compile("(?:^|: -?)([A-Z]{2,})(?= |$)");

    private Failures() {}

    /**
     * Explains a failure.
     *
     * @param what what was to be done, such as {@code The acquisition of the lock Account:42}
     * @param node the server it was asked of
     */
    static LockBackendException of(String what, String node, Throwable failure) {
        boolean isWrapped = failure instanceof ExecutionException || failure instanceof CompletionException;
        Throwable cause = isWrapped && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new LockBackendException(
                    what + " failed: " + node + " did not answer in time. See whether the server runs, is slow"
                            + " (SLOWLOG GET) or can't be reached, and whether the timeout is long enough",
                    false,
                    cause);
        }
        if (cause instanceof RedisCommandExecutionException) {
            return new LockBackendException(
                    what + " failed at " + node + ": " + messageOf(cause) + ". " + advice(messageOf(cause)),
                    true,
                    cause);
        }
        return new LockBackendException(
                what + " failed: no connection to " + node + ": " + messageOf(cause)
                        + ". See whether the server runs and the URI names it",
                cause instanceof RedisConnectionException,
                cause);
    }

    /** Says that something was done, but who waits could not be told. */
    static String untold(String what, String node, String error) {
        return what + " was carried out at " + node + ", but who waits could not be told: " + error
                + ". It asks within a second. " + advice(error);
    }

    /** Says that there was no connection to begin with. */
    static LockBackendException notConnected(String node, Throwable failure) {
        return new LockBackendException("No connection to " + node + ": " + whyNotConnected(failure), true, failure);
    }

    /** Gives the reason why there is no connection, and what to do about it. */
    static String whyNotConnected(Throwable failure) {
        Throwable reason = deepest(failure);
        if (reason instanceof TimeoutException) {
            return "it did not answer in time. " + adviceToConnect(reason);
        }
        return messageOf(reason) + ". " + adviceToConnect(reason);
    }

    /** Tells whether Lettuce lost track of a connection, instead of hearing what the server said. */
    static boolean isUnexplained(Throwable failure) {
        return deepest(failure) instanceof IllegalStateException;
    }

    /** Of a cluster, whose servers all failed, the first one's. */
    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (true) {
            Throwable cause = deepest.getCause();
            if (cause == null && deepest.getSuppressed().length > 0) {
                cause = deepest.getSuppressed()[0];
            }
            if (cause == null) {
                return deepest;
            }
            deepest = cause;
        }
    }

    private static String adviceToConnect(Throwable reason) {
        if (reason instanceof RedisCommandExecutionException) {
            return advice(messageOf(reason));
        }
        if (reason instanceof CertPathBuilderException) {
            return "The server's certificate is not trusted here: add it, or that of who signed it, to the trust store"
                    + " of the JVM (-Djavax.net.ssl.trustStore=…), or give a client of your own to"
                    + " RedisLockProvider.builder";
        }
        if (reason instanceof CertificateException) {
            return "The server's certificate is refused: see that the URI names the host as the certificate does, and"
                    + " that it has not expired";
        }
        if (reason instanceof SSLException) {
            return "See whether the server " + SPEAKS_TLS + ", and whether it asks for certificates of clients"
                    + " (tls-auth-clients)";
        }
        if (messageOf(reason).startsWith(UNKNOWN_TO_SENTINELS)) {
            return "See that the URI names the primary after # as the Sentinels do (SENTINEL MASTERS)";
        }
        return "See whether the server runs, the URI names it and a database that it has, its user and password are"
                + " right, and whether it " + SPEAKS_TLS;
    }

    private static String advice(String message) {
        return switch (codeOf(message)) {
            case "NOAUTH" ->
                "Give user and password in the URI: redis://user:password@host:port; and that of Sentinels with each of"
                        + " them: RedisURI.Builder.withSentinel(host, port, password)";
            case "WRONGPASS" ->
                "See that user and password are right in the URI, with what is special in them in per cent, such as %40"
                        + " for @, and that the user is on (ACL LIST)";
            case "NOPERM" ->
                "Let the user run scripts on the keys and channels of the locks, which begin with {lp: or lp: unless"
                        + " keyPrefix says otherwise: ACL SETUSER name ~{lp:* &lp:* &{lp:* +@scripting +@read +@write"
                        + " +@pubsub +ping +info +time +select +asking";
            case "READONLY" ->
                "Locks need the primary, and this is a replica: connect to the primary, by Sentinel or as a"
                        + " cluster if the primary moves";
            case "OOM" -> "The server is full: raise maxmemory, or find what fills it (MEMORY STATS)";
            case "NOREPLICAS" ->
                "Fewer replicas follow the server than it is to have for writing (min-replicas-to-write): see INFO"
                        + " replication";
            case "MISCONF" -> "The server can't write to its disk and refuses changes: see its log";
            case "LOADING" -> "The server is starting and reads its data: try again soon";
            case "BUSY" ->
                "A script of somebody's runs for too long: SCRIPT KILL ends it if it has changed nothing yet";
            case "MASTERDOWN" -> "The replica has lost its primary: see whether a failover is under way";
            case "TRYAGAIN" ->
                "The cluster moves the key's slot to another server: see that the move goes on, and ends"
                        + " (CLUSTER SETSLOT)";
            case "CLUSTERDOWN" -> "The cluster has no server for the key's slot: see CLUSTER INFO";
            case "TOOLARGE" ->
                "Redis counts up to " + Script.LARGEST_TOKEN + ": see what raised the lock's tokens so far, lower the"
                        + " fences in the store, and then delete what Redis keeps of the lock"
                        + " (DEL {lp:…}:l unless keyPrefix says otherwise)";
            case "WRONGTYPE" ->
                "Something else uses the lock's keys: give the locks a prefix of their own (keyPrefix) or a"
                        + " database of their own";
            default -> adviceByText(message);
        };
    }

    /** Of errors that begin as all others do. */
    private static String adviceByText(String message) {
        if (message.contains("cluster support disabled")) {
            return "This is not a cluster: use RedisLockProvider.of";
        }
        if (message.contains("DB index is out of range")) {
            return "The server has fewer databases than the number at the end of the URI: see databases in its"
                    + " configuration";
        }
        if (message.contains("unknown command") && message.contains("SENTINEL")) {
            return "This is no Sentinel: a URI with redis-sentinel:// names Sentinels, which have ports of their own,"
                    + " usually 26379";
        }
        return "See the server's log";
    }

    private static String codeOf(String message) {
        if (message.contains(REFUSED_WITHIN_SCRIPT)) {
            return "NOPERM";
        }
        return CODE.matcher(message).results().map(code -> code.group(1)).reduce("", (earlier, later) -> later);
    }

    private static String messageOf(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\.$", "");
    }
}
