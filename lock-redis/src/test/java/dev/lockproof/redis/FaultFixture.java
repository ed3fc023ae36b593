package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.TcpProxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server, two processes that lock on it, and a network between the first one and the server. */
abstract class FaultFixture {

    static final Duration LONG = Duration.ofMinutes(5);

    final LockKey key = new LockKey("Account:" + OwnerId.random());
    final RedisServer server = RedisServer.start(RedisServer.Version.NEW);
    final TcpProxy network = TcpProxy.to(server.port());

    /** Reaches the server through the network that a test can break. */
    RedisLockProvider provider;

    RedisLockProvider other;

    @BeforeEach
    void connect() {
        provider = RedisLockProvider.of("redis://127.0.0.1:" + network.port() + "?timeout=1s");
        other = RedisLockProvider.of(server.uri() + "?timeout=1s");
    }

    @AfterEach
    void stop() {
        network.heal();
        server.resume();
        provider.close();
        other.close();
        network.close();
        server.close();
    }

    Attempt attempt(RedisLockProvider from) {
        return from.tryAcquire(key, OwnerId.random(), LONG);
    }

    Lease acquire(RedisLockProvider from, Duration ttl) {
        return ((Attempt.Granted) from.tryAcquire(key, OwnerId.random(), ttl)).lease();
    }

    /** Waits until somebody else can have the lock. */
    Lease acquireInTheEnd(RedisLockProvider from) {
        OwnerId owner = OwnerId.random();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() - end < 0) {
            try {
                if (from.tryAcquire(key, owner, LONG) instanceof Attempt.Granted granted) {
                    return granted.lease();
                }
            } catch (LockBackendException e) {
                assertThat(e).hasMessageContaining(key.toString());
            }
        }
        throw new AssertionError("Nobody else got the lock within 30 s");
    }
}
