package dev.lockproof.benchmarks.redis;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.Locks;
import dev.lockproof.Locks.AcquiringCallable;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.locks.NamedLock;
import dev.lockproof.benchmarks.locks.ServiceLocks;
import dev.lockproof.redis.RedisLockProvider;
import dev.lockproof.redis.RedlockProvider;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisSentinels;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.TcpProxy;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Servers, a process that holds a lock, and another one that waits for it. */
final class FaultScene implements AutoCloseable {

    /** The lease of a holder that does not lose it by waiting. */
    static final Duration LONG = Duration.ofMinutes(5);

    private static final String NAME = "Account:1";
    private static final String HASH_TAG = "{lp:" + NAME + "}";
    private static final LockKey KEY = LockKey.of(NAME);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int INDEPENDENT = 5;

    private final List<RedisServer> servers;
    private final TcpProxy network;
    private final Runnable closing;
    private final LockProvider holder;
    private final LockProvider other;
    private final ServiceLocks waiter;
    private final FutureTask<Long> granted = new FutureTask<>(Locks.detached((AcquiringCallable<Long>) this::await));

    private FaultScene(
            List<RedisServer> servers,
            TcpProxy network,
            Supplier<LockProvider> connect,
            Supplier<LockProvider> connectWaiter,
            Runnable closing) {
        this.servers = servers;
        this.network = network;
        this.closing = closing;
        this.holder = connect.get();
        this.other = connect.get();
        this.waiter = new ServiceLocks(LockService.builder(connectWaiter.get())
                .options(LockOptions.DEFAULTS.withTimeout(PATIENCE))
                .build());
    }

    /** One server, and a network to it that is the waiter's alone. */
    static FaultScene oneServer() {
        RedisServer server = RedisServer.start(RedisServer.Version.NEW);
        TcpProxy network = TcpProxy.to(server.port());
        return new FaultScene(
                List.of(server),
                network,
                () -> RedisLockProvider.of(server.uri() + "?timeout=1s"),
                () -> RedisLockProvider.of("redis://127.0.0.1:" + network.port() + "?timeout=1s"),
                server::close);
    }

    /**
     * A primary and a replica.
     *
     * @param isReplicated whether the replica hears of what happens
     */
    static FaultScene sentinels(boolean isReplicated) {
        RedisSentinels all = RedisSentinels.start();
        if (!isReplicated) {
            all.stopReplication();
        }
        Supplier<LockProvider> connect = () -> RedisLockProvider.builder(all.uri())
                .timeout(Duration.ofSeconds(1))
                .build();
        List<RedisServer> servers = List.of(all.primary(), all.replica());
        return new FaultScene(servers, TcpProxy.to(all.primary().port()), connect, connect, all::close);
    }

    /** Five servers that know nothing of each other. */
    static FaultScene redlock() {
        List<RedisServer> servers = IntStream.range(0, INDEPENDENT)
                .mapToObj(i -> RedisServer.start(RedisServer.Version.NEW))
                .toList();
        List<String> uris = servers.stream().map(RedisServer::uri).toList();
        Supplier<LockProvider> connect =
                () -> RedlockProvider.of(uris.get(0), uris.get(1), uris.get(2), uris.get(3), uris.get(4));
        return new FaultScene(
                servers,
                TcpProxy.to(servers.get(0).port()),
                connect,
                connect,
                () -> servers.forEach(RedisServer::close));
    }

    RedisServer server(int number) {
        return servers.get(number);
    }

    RedisServer server() {
        return servers.get(0);
    }

    TcpProxy network() {
        return network;
    }

    /** Lets one process have the lock, and another one begin to wait for it. */
    Lease holdAndWait(Duration ttl) {
        return holdAndWait(ttl, server());
    }

    /**
     * The same.
     *
     * @param asked a server that hears of it
     */
    Lease holdAndWait(Duration ttl, RedisServer asked) {
        Lease lease = hold(ttl);
        startWaiting(asked);
        return lease;
    }

    Lease hold(Duration ttl) {
        OwnerId owner = OwnerId.random();
        AtomicLong token = new AtomicLong();
        Await.until("the lock is had", () -> {
            if (holder.tryAcquire(KEY, owner, ttl) instanceof Attempt.Granted had) {
                token.set(had.lease().token());
            }
            return token.get() > 0;
        });
        return new Lease(KEY, owner, token.get());
    }

    void startWaiting(RedisServer asked) {
        Thread thread = new Thread(granted, "waiter");
        thread.setDaemon(true);
        thread.start();
        Await.until("it waits", () -> asked.commands().exists(key('w')) > 0);
    }

    /** Lets a third process begin to wait that dies then. */
    void queueAheadAndDie() {
        RedisClient client = RedisClient.create();
        queueAhead(
                RedisLockProvider.builder(client, RedisURI.create(server().uri()))
                        .build(),
                LONG);
        client.shutdown();
    }

    /**
     * Lets a third process begin to wait that does nothing from then on.
     *
     * @param ttl of the lease that it waits for
     */
    void queueAheadAndStop(Duration ttl) {
        queueAhead(other, ttl);
    }

    private static void queueAhead(LockProvider process, Duration ttl) {
        OwnerId owner = OwnerId.random();
        LockProvider.Subscription unused = process.await(KEY, owner, () -> {});
        if (process.tryAcquire(KEY, owner, ttl) instanceof Attempt.Granted) {
            throw new IllegalStateException("Nobody held " + KEY + ", so there was no queue to wait in");
        }
    }

    void release(Lease lease) {
        holder.release(lease);
    }

    /** Waits until the holder has its lease renewed, which may have been lost with the connection. */
    void awaitRenewal(Lease lease) {
        Await.until("it is renewed", () -> {
            try {
                return holder.renew(lease, PATIENCE);
            } catch (LockBackendException e) {
                return false;
            }
        });
    }

    /** Gives the name of one of the lock's keys. */
    String key(char kind) {
        return HASH_TAG + ":" + kind;
    }

    static void parkMillis(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Gives when the waiter had the lock. */
    long grantedAt() throws InterruptedException, ExecutionException, TimeoutException {
        return granted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** A waiter whose request fails asks again, as a program would that must have the lock. */
    @AcquiresLock
    private long await() {
        NamedLock lock = waiter.named(NAME);
        AtomicLong at = new AtomicLong();
        while (at.get() == 0) {
            try {
                lock.hold(() -> at.set(System.nanoTime()));
            } catch (LockBackendException e) {
                parkMillis(1);
            }
        }
        return at.get();
    }

    @Override
    public void close() {
        network.heal();
        servers.forEach(RedisServer::resume);
        holder.close();
        other.close();
        waiter.close();
        network.close();
        closing.run();
    }
}
