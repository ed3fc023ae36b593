package dev.lockproof.redis;

import dev.lockproof.spi.OwnerId;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hears of releases on one connection, from the first wait on, and wakes those who wait.
 *
 * <p>A release tells only the process whose turn it is. On a single server, a process has one channel. In a cluster it has one for
 * each key, which lives where the key does. Messages are lost while the connection is broken; then everybody
 * is woken after it, and who waits asks by itself from time to time. In a cluster that also tells it whether it is still listened for
 * where the key is now. Thread-safe.
 */
final class WakeUps implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    /** How often a channel is listened on anew, at most. Who may not ask whether it is heard would do so at each question. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final String server;
    private final Supplier<CompletableFuture<StatefulRedisPubSubConnection<String, String>>> connect;
    private final @Nullable String channel;
    private final OwnerId process = OwnerId.random();
    private final Watches watches;
    private final Duration timeout;
    private final ConcurrentHashMap<String, Listening> channels = new ConcurrentHashMap<>();
    private @Nullable CompletableFuture<StatefulRedisPubSubConnection<String, String>> connection;
    private boolean isClosed;
    private boolean isToldOf;

    /**
     * Prepares to hear.
     *
     * @param server for people
     * @param connect begins to open a connection, without waiting for it
     * @param channel the channel of this process, or null if it has one for each key
     * @param timeout how long the server may take to answer
     */
    WakeUps(
            String server,
            Supplier<CompletableFuture<StatefulRedisPubSubConnection<String, String>>> connect,
            @Nullable String channel,
            Watches watches,
            Duration timeout) {
        this.server = server;
        this.connect = connect;
        this.channel = channel;
        this.watches = watches;
        this.timeout = timeout;
    }

    /** A channel that is listened on. */
    private static final class Listening {

        final CompletableFuture<Void> begun = new CompletableFuture<>();
        final AtomicInteger confirmations = new AtomicInteger();
        final long startedAt = System.nanoTime();

        /** Guarded by the lock of the wake-ups. */
        int listeners;

        Listening(int listeners) {
            this.listeners = listeners;
        }

        void end(@Nullable Void nothing, @Nullable Throwable failure) {
            if (failure == null) {
                begun.complete(null);
            } else {
                begun.completeExceptionally(failure);
            }
        }
    }

    /** Makes up a channel that no other process has. */
    static String newChannel(String prefix) {
        return prefix + ":" + OwnerId.random();
    }

    /** Gives the channel that releases of a key are told on. */
    String channelOf(Keys keys) {
        return channel != null ? channel : keys.channel(process);
    }

    /** Listens on a channel, and waits until that has begun, no longer than the timeout. Until it has, those who wait only ask. */
    void listen(String on) {
        try {
            CompletableFuture<Void> begun = begin(on);
            if (begun != null) {
                begun.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the wait that this is for ends by it
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            tellOf(e);
        }
    }

    /** Begins to listen on a channel. Gives null if this was closed. */
    synchronized @Nullable CompletableFuture<Void> begin(String on) {
        if (isClosed) {
            return null;
        }
        Listening listening = channels.get(on);
        if (listening == null) {
            return begin(on, 1);
        }
        if (listening.begun.isCompletedExceptionally()) {
            return begin(on, listening.listeners + 1);
        }
        listening.listeners++;
        return listening.begun;
    }

    /** Begins anew to listen on a channel, for those who do: the server says that it doesn't know of it. */
    synchronized void renew(String on) {
        Listening listening = channels.get(on);
        if (!isClosed && listening != null && System.nanoTime() - listening.startedAt > PAUSE_NANOS) {
            CompletableFuture<Void> unused = begin(on, listening.listeners);
        }
    }

    private CompletableFuture<Void> begin(String on, int listeners) {
        Listening begun = new Listening(listeners);
        channels.put(on, begun); // before the server can confirm it
        CompletableFuture<Void> unused =
                connected().thenCompose(open -> subscribe(open, on, begun)).whenComplete(begun::end);
        return begun.begun;
    }

    /** Connects, unless that was done. */
    private CompletableFuture<StatefulRedisPubSubConnection<String, String>> connected() {
        CompletableFuture<StatefulRedisPubSubConnection<String, String>> open = connection;
        if (open == null || open.isCompletedExceptionally()) {
            open = connecting().thenApply(opened -> {
                opened.addListener(new Listener());
                return opened;
            });
            connection = open;
        }
        return open;
    }

    private CompletableFuture<StatefulRedisPubSubConnection<String, String>> connecting() {
        try {
            return connect.get();
        } catch (RuntimeException e) { // the client was shut down
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Subscribes, unless nobody waits any more. Also called on the client's threads. */
    private synchronized CompletionStage<Void> subscribe(
            StatefulRedisPubSubConnection<String, String> open, String on, Listening listening) {
        if (isClosed || channels.get(on) != listening) {
            return CompletableFuture.completedFuture(null);
        }
        return channel != null ? open.async().subscribe(on) : open.async().ssubscribe(on);
    }

    private @Nullable StatefulRedisPubSubConnection<String, String> open() {
        return connection == null || !connection.isDone() || connection.isCompletedExceptionally()
                ? null
                : connection.join();
    }

    /** Tells whether what is said on a channel arrives at this moment. */
    synchronized boolean isHearing(String on) {
        Listening listening = channels.get(on);
        StatefulRedisPubSubConnection<String, String> open = open();
        return listening != null
                && open != null
                && open.isOpen()
                && listening.begun.isDone()
                && !listening.begun.isCompletedExceptionally();
    }

    /** Ends what {@link #listen} began. The channel of the process stays. */
    synchronized void stop(String on) {
        Listening listening = channels.get(on);
        if (listening == null || --listening.listeners > 0 || channel != null) {
            return;
        }
        channels.remove(on);
        StatefulRedisPubSubConnection<String, String> open = open();
        if (open != null && !isClosed) {
            RedisFuture<Void> unused = open.async().sunsubscribe(on);
        }
    }

    /** Counts the channels that are listened on. */
    int size() {
        return channel != null ? 0 : channels.size();
    }

    /** Closes the connection, without keeping the client's threads from what they hear until then. */
    @Override
    public void close() {
        CompletableFuture<StatefulRedisPubSubConnection<String, String>> last;
        synchronized (this) {
            isClosed = true;
            last = connection;
        }
        if (last != null) {
            CompletableFuture<Void> unused = last.thenCompose(StatefulConnection::closeAsync);
        }
    }

    private synchronized void tellOf(Exception failure) {
        if (!isToldOf && !isClosed) {
            isToldOf = true;
            LOG.log(
                    Level.WARNING,
                    "Releases of locks can't be listened for at " + server
                            + ", so who waits asks twenty times a second. See whether the user may subscribe (ACL SETUSER"
                            + " name &*), how many clients are allowed, and whether the server is slow (SLOWLOG GET)",
                    failure);
        }
    }

    /** A second confirmation comes after the connection was broken. Called on the client's threads, which must not wait. */
    private boolean isBegunAgain(String on) {
        Listening listening = channels.get(on);
        return listening != null && listening.confirmations.incrementAndGet() > 1;
    }

    private final class Listener extends RedisPubSubAdapter<String, String> {

        @Override
        public void message(String from, String message) {
            watches.hear(message);
        }

        @Override
        public void smessage(String from, String message) {
            watches.hear(message);
        }

        @Override
        public void subscribed(String on, long count) {
            if (isBegunAgain(on)) {
                LOG.log(Level.INFO, "The connection that listens for releases of locks at {0} is back", server);
                watches.forEach(Watch::wake);
            }
        }

        @Override
        public void ssubscribed(String on, long count) {
            subscribed(on, count);
        }
    }
}
