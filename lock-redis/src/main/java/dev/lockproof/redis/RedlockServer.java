package dev.lockproof.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One of the independent servers, which may be away: then it is tried again from time to time. Thread-safe. */
final class RedlockServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final RedisClient client;
    private final RedisURI uri;
    private final String channel;
    private final Watches watches;
    private final Duration timeout;
    private CompletableFuture<Link> link;
    private long triedAt;
    private boolean isClosed;
    private boolean isToldOf;

    /** Begins to connect. */
    RedlockServer(RedisClient client, RedisURI uri, String channel, Watches watches, Duration timeout) {
        this.name = Uris.nameOf(uri);
        this.client = client;
        this.uri = uri;
        this.channel = channel;
        this.watches = watches;
        this.timeout = timeout;
        this.triedAt = System.nanoTime();
        this.link = connect();
    }

    private record Link(Node node, StatefulRedisConnection<String, String> commands, WakeUps wakeUps) {}

    /** Gives the first attempt to connect. */
    synchronized CompletableFuture<?> connecting() {
        return link;
    }

    /** Gives what to send to, or null while there is no connection. */
    synchronized @Nullable Node node() {
        if (!isClosed && link.isCompletedExceptionally() && System.nanoTime() - triedAt > PAUSE_NANOS) {
            triedAt = System.nanoTime();
            link = connect();
        }
        return link.isDone() && !link.isCompletedExceptionally() ? link.join().node() : null;
    }

    /** Tells whether this process would hear now that it is its turn. */
    synchronized boolean isHeard() {
        return link.isDone()
                && !link.isCompletedExceptionally()
                && link.join().wakeUps().isHearing(channel);
    }

    private CompletableFuture<Link> connect() {
        CompletableFuture<StatefulRedisConnection<String, String>> commands =
                client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture();
        CompletableFuture<StatefulRedisPubSubConnection<String, String>> pubSub =
                client.connectPubSubAsync(StringCodec.UTF8, uri).toCompletableFuture();
        return commands.thenCombineAsync(pubSub, this::begin).whenComplete((begun, failure) -> {
            tellOf(failure);
            if (failure != null) {
                closeWhenOpen(commands);
                closeWhenOpen(pubSub);
            }
        });
    }

    private static void closeWhenOpen(CompletableFuture<? extends StatefulConnection<?, ?>> connection) {
        CompletableFuture<Void> unused = connection.thenAccept(StatefulConnection::close);
    }

    private Link begin(
            StatefulRedisConnection<String, String> commands, StatefulRedisPubSubConnection<String, String> pubSub) {
        Map<String, RedisAsyncCommands<String, String>> server = Map.of(name, commands.async());
        Script.load(server);
        boolean unused = ServerCheck.knowShardedChannels(server, timeout);
        WakeUps wakeUps = new WakeUps(name, () -> CompletableFuture.completedFuture(pubSub), channel, watches, timeout);
        wakeUps.listen(channel);
        return new Link(new Node(name, new Outbox(commands, true), timeout), commands, wakeUps);
    }

    private synchronized void tellOf(@Nullable Throwable failure) {
        if (failure == null) {
            if (isToldOf) {
                LOG.log(Level.INFO, "{0} is back and takes part in locking again", name);
            }
            isToldOf = false;
        } else if (!isToldOf) {
            isToldOf = true;
            LOG.log(Level.WARNING, name + " does not take part in locking; it is tried again", failure);
        }
    }

    void flush() {
        Node node = node();
        if (node != null) {
            node.flush();
        }
    }

    @Override
    public void close() {
        CompletableFuture<Link> last;
        synchronized (this) {
            last = link;
            isClosed = true;
        }
        CompletableFuture<Void> unused = last.thenAccept(open -> {
            open.wakeUps().close();
            open.commands().close();
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
