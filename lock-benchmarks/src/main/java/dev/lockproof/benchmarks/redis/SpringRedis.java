package dev.lockproof.benchmarks.redis;

import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import dev.lockproof.benchmarks.locks.ShedLocks;
import dev.lockproof.benchmarks.locks.SpringLocks;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.integration.redis.util.RedisLockRegistry;
import org.springframework.integration.redis.util.RedisLockRegistry.RedisLockType;

/** A client of Spring's, and the library on it. */
final class SpringRedis implements Locking {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final ClientResources resources;
    private final LettuceConnectionFactory connections;
    private final Locking locking;
    private final Runnable end;

    private SpringRedis(
            ClientResources resources, LettuceConnectionFactory connections, Locking locking, Runnable end) {
        this.resources = resources;
        this.connections = connections;
        this.locking = locking;
        this.end = end;
    }

    /** Spring Integration's registry. In one mode, a waiter asks every 100 ms, as is the default; in the other it is told. */
    static SpringRedis registry(int port, RedisLockType type) {
        ClientResources resources = LettuceClient.counted();
        LettuceConnectionFactory connections = LettuceClient.forSpring(port, resources);
        RedisLockRegistry registry = new RedisLockRegistry(connections, "spring-" + type, TTL);
        registry.setRedisLockType(type);
        return new SpringRedis(resources, connections, new SpringLocks(registry), registry::destroy);
    }

    static SpringRedis shedLock(int port, Runnable pause) {
        ClientResources resources = LettuceClient.counted();
        LettuceConnectionFactory connections = LettuceClient.forSpring(port, resources);
        RedisConnectionFactory shared = connections;
        return new SpringRedis(resources, connections, new ShedLocks(new RedisLockProvider(shared), pause), () -> {});
    }

    @Override
    public NamedLock named(String name) {
        return locking.named(name);
    }

    @Override
    public void close() {
        end.run();
        connections.destroy();
        LettuceClient.close(resources);
    }
}
