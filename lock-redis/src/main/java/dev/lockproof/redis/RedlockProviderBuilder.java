package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import dev.lockproof.Ticker;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RedlockProvider}. Not thread-safe. */
public final class RedlockProviderBuilder {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(250);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final List<RedisURI> uris;
    private final Settings settings = new Settings(DEFAULT_TIMEOUT);
    private Ticker ticker = Ticker.system();

    RedlockProviderBuilder(List<String> uris) {
        this.uris = uris.stream().map(Uris::parse).toList();
        Set<String> names = new HashSet<>();
        for (RedisURI uri : this.uris) {
            if (!names.add(Uris.nameOf(uri))) { // whatever the database
                throw new IllegalArgumentException(
                        Uris.nameOf(uri) + " is given twice, and would have two votes: give each server once");
            }
        }
    }

    /**
     * Sets what the names of all keys and channels begin with. {@code lp} by default. Providers with the same prefix and servers
     * lock each other out.
     *
     * @param prefix any text without braces
     * @return this builder
     * @throws IllegalArgumentException if it has a brace
     */
    public RedlockProviderBuilder keyPrefix(String prefix) {
        settings.keyPrefix(prefix);
        return this;
    }

    /**
     * Sets how messages call this process where they say who holds a lock. Process number and host by default.
     *
     * @param name for people, such as {@code payments-7}
     * @return this builder
     */
    public RedlockProviderBuilder processName(String name) {
        settings.processName(name);
        return this;
    }

    /**
     * Sets how long one server may take to answer before it counts as away. 250 ms by default; it should be far below the time to
     * live of the locks, because an acquisition may wait for it twice.
     *
     * @param timeout 1 ms or more
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public RedlockProviderBuilder serverTimeout(Duration timeout) {
        settings.timeout(timeout);
        return this;
    }

    /**
     * Sets for how long the servers keep the last token of a key after its lease has ended. 7 days by default.
     *
     * @param unused how long
     * @return this builder
     * @throws IllegalArgumentException if it is less than a minute
     */
    public RedlockProviderBuilder forgetAfter(Duration unused) {
        settings.forgetAfter(unused);
        return this;
    }

    /** Sets the clock by which a grant may come too late. */
    RedlockProviderBuilder ticker(Ticker ticker) {
        this.ticker = ticker;
        return this;
    }

    /**
     * Connects to the servers, and looks whether they are set up to keep locks. Those that are away take part when they are back.
     *
     * @return a provider of its own; it does not change with this builder
     * @throws LockBackendException if fewer than a majority can be reached, or may be used
     */
    public RedlockProvider build() {
        RedisClient client = Backend.newClient(CONNECT_LIMIT);
        // A server that is away is outvoted. What would be sent to it later comes too late.
        client.setOptions(client.getOptions()
                .mutate()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        Watches watches = new Watches();
        String channel = WakeUps.newChannel(settings.prefix());
        List<RedlockServer> servers = new ArrayList<>();
        for (RedisURI uri : uris) {
            servers.add(new RedlockServer(client, uri, channel, watches, settings.timeout()));
        }
        RedlockProvider provider =
                new RedlockProvider(client, servers, settings.leases(), channel, watches, settings.timeout(), ticker);
        try {
            ensureQuorum(servers);
        } catch (RuntimeException e) {
            provider.close();
            throw e;
        }
        return provider;
    }

    private static void ensureQuorum(List<RedlockServer> servers) {
        long until = System.nanoTime() + CONNECT_LIMIT.toNanos();
        int away = 0;
        Throwable failure = null;
        for (RedlockServer server : servers) {
            Throwable failed = failureOf(server.connecting(), until);
            if (failed != null) {
                away++;
                failure = failed;
            }
        }
        int needed = servers.size() / 2 + 1;
        if (failure != null && servers.size() - away < needed) {
            if (failure instanceof LockBackendException refused) {
                throw refused;
            }
            throw new LockBackendException(
                    servers.size() - away + " of " + servers.size() + " servers can be used, and " + needed
                            + " are needed. The last of the others: " + Failures.whyNotConnected(failure),
                    true,
                    failure);
        }
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> connecting, long until) {
        try {
            connecting.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            return null;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        } catch (TimeoutException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }
}
