package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at the start whether a server is set up to keep locks. */
final class ServerCheck {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    private static final String VERSION = "redis_version";
    private static final ServerVersion OLDEST = new ServerVersion(6, 2);
    private static final ServerVersion SHARDED = new ServerVersion(7, 0);

    private final String server;
    private final RedisAsyncCommands<String, String> commands;
    private final Duration timeout;

    private ServerCheck(String server, RedisAsyncCommands<String, String> commands, Duration timeout) {
        this.server = server;
        this.commands = commands;
        this.timeout = timeout;
    }

    /**
     * Checks all servers of a backend.
     *
     * @return whether all of them know sharded channels
     * @throws LockBackendException if one of them would lose locks
     */
    static boolean knowShardedChannels(Map<String, RedisAsyncCommands<String, String>> servers, Duration timeout) {
        boolean all = true;
        for (Map.Entry<String, RedisAsyncCommands<String, String>> server : servers.entrySet()) {
            all &= new ServerCheck(server.getKey(), server.getValue(), timeout).knowsShardedChannels();
        }
        return all;
    }

    private boolean knowsShardedChannels() {
        String info;
        try {
            info = commands.info().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | RedisException e) {
            LOG.log(
                    Level.WARNING,
                    server + " doesn't tell about itself (INFO), so nobody knows whether it may throw locks away:"
                            + " see that its maxmemory-policy is noeviction",
                    e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        refuseOldVersion(info);
        refuseEviction(info);
        warnOfMissingPersistence(info);
        ServerVersion version = version(info);
        return version != null && version.compareTo(SHARDED) >= 0;
    }

    private void refuseOldVersion(String info) {
        ServerVersion version = version(info);
        if (version != null && version.compareTo(OLDEST) < 0) {
            throw new LockBackendException(
                    server + " is of version " + field(info, VERSION) + ": locks need " + OLDEST + " or newer",
                    true,
                    null);
        }
    }

    private void refuseEviction(String info) {
        String policy = field(info, "maxmemory_policy");
        if (policy == null) {
            return;
        }
        if (policy.startsWith("allkeys-")) {
            throw new LockBackendException(
                    server + " has the maxmemory-policy " + policy
                            + ", so it throws locks away when memory gets scarce, and"
                            + " two holders believe in one: give locks a server of their own, or CONFIG SET"
                            + " maxmemory-policy noeviction",
                    true,
                    null);
        }
        if (policy.startsWith("volatile-") && !"0".equals(field(info, "maxmemory"))) {
            LOG.log(
                    Level.WARNING,
                    server + " has the maxmemory-policy " + policy + ", and locks have a time to live: when memory gets"
                            + " scarce they are thrown away. Give them a server of their own, or set it to noeviction");
        }
    }

    private void warnOfMissingPersistence(String info) {
        if ("0".equals(field(info, "aof_enabled")) && "".equals(savePoints())) {
            LOG.log(
                    Level.WARNING,
                    server
                            + " keeps nothing on disk (appendonly no, save \"\"): after a restart it has forgotten who holds"
                            + " locks, and grants them anew. What is written under a forgotten lock is refused by the"
                            + " store's fence; turn on appendonly where that is not enough");
        }
    }

    /** Gives when the server saves, or null where the user may not ask. */
    private @Nullable String savePoints() {
        try {
            return commands.configGet("save")
                    .get(timeout.toNanos(), TimeUnit.NANOSECONDS)
                    .get("save");
        } catch (ExecutionException | TimeoutException | RedisException e) {
            LOG.log(Level.DEBUG, server + " doesn't tell whether it saves", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static @Nullable ServerVersion version(String info) {
        return ServerVersion.parse(field(info, VERSION));
    }

    private static @Nullable String field(String info, String name) {
        Matcher matcher =
                Pattern.compile("^" + name + ":(.*?)\r?$", Pattern.MULTILINE).matcher(info);
        return matcher.find() ? matcher.group(1) : null;
    }
}
