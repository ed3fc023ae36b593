package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RedisLockProvider}. Not thread-safe. */
public final class RedisLockProviderBuilder {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final String server;
    private final Function<Duration, Backend> connect;
    private final Settings settings;

    /**
     * Prepares to connect.
     *
     * @param server for people
     * @param timeout of the URI, or null if it has none
     * @param connect opens the connections, with a timeout
     */
    RedisLockProviderBuilder(String server, @Nullable Duration timeout, Function<Duration, Backend> connect) {
        this.server = server;
        this.connect = connect;
        this.settings = new Settings(timeout == null ? DEFAULT_TIMEOUT : timeout);
    }

    /**
     * Sets what the names of all keys and channels begin with. {@code lp} by default. Providers with the same prefix and
     * database lock each other out.
     *
     * @param prefix any text without braces, which mark what a cluster keeps in one place
     * @return this builder
     * @throws IllegalArgumentException if it has a brace
     */
    public RedisLockProviderBuilder keyPrefix(String prefix) {
        settings.keyPrefix(prefix);
        return this;
    }

    /**
     * Sets how messages call this process where they say who holds a lock. Process number and host by default.
     *
     * @param name for people, such as {@code payments-7}
     * @return this builder
     */
    public RedisLockProviderBuilder processName(String name) {
        settings.processName(name);
        return this;
    }

    /**
     * Sets how long the server may take to answer, or to let this process connect, before that counts as a failure. The URI's
     * timeout, or 5 s where it has none; a {@link io.lettuce.core.RedisURI} has none if it says a minute, as each does at first.
     *
     * @param timeout 1 ms or more
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public RedisLockProviderBuilder timeout(Duration timeout) {
        settings.timeout(timeout);
        return this;
    }

    /**
     * Sets for how long the server keeps the last token of a key after its lease has ended. 7 days by default. Tokens go on
     * growing when the key is used again, as long as the server's clock was not set back by then.
     *
     * @param unused how long
     * @return this builder
     * @throws IllegalArgumentException if it is less than a minute
     */
    public RedisLockProviderBuilder forgetAfter(Duration unused) {
        settings.forgetAfter(unused);
        return this;
    }

    /**
     * Connects, and looks whether the server is set up to keep locks.
     *
     * @return a provider of its own; it does not change with this builder
     * @throws LockBackendException if there is no connection, or if the server would throw locks away
     */
    public RedisLockProvider build() {
        try {
            return build(connect.apply(settings.timeout()));
        } catch (RedisException e) {
            throw Failures.notConnected(server, e);
        }
    }

    private RedisLockProvider build(Backend backend) {
        try {
            Map<String, RedisAsyncCommands<String, String>> servers = backend.servers();
            Script.load(servers);
            boolean sharded = ServerCheck.knowShardedChannels(servers, settings.timeout()) && backend.isCluster();
            String channel = sharded ? null : WakeUps.newChannel(settings.prefix());
            return new RedisLockProvider(server, backend, settings.leases(), channel, settings.timeout());
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }
}
