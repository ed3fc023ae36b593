package dev.lockproof.benchmarks.redis;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.redisson.Redisson;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.NettyHook;
import org.redisson.config.Config;

/** Redisson's locks, with a time to live. */
final class RedissonLocks implements Locking {

    private static final long TTL_SECONDS = 30;

    private final RedissonClient client;
    private final BiFunction<RedissonClient, String, RLock> kind;

    private RedissonLocks(int port, BiFunction<RedissonClient, String, RLock> kind) {
        Config config = new Config();
        config.useSingleServer().setAddress("redis://127.0.0.1:" + port);
        config.setNettyHook(new Counting());
        this.client = Redisson.create(config);
        this.kind = kind;
    }

    static RedissonLocks plain(int port) {
        return new RedissonLocks(port, (client, name) -> client.getLock("redisson:" + name));
    }

    /** With a token from a counter that is never deleted. */
    static RedissonLocks fenced(int port) {
        return new RedissonLocks(port, (client, name) -> client.getFencedLock("fenced:" + name));
    }

    @Override
    public NamedLock named(String name) {
        return new Entry(kind.apply(client, name));
    }

    @Override
    public void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }

    private record Entry(RLock lock) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            lock.lock(TTL_SECONDS, TimeUnit.SECONDS);
            try {
                section.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Counting implements NettyHook {

        @Override
        public void afterBoostrapInitialization(Bootstrap bootstrap) {}

        @Override
        public void afterChannelInitialization(Channel channel) {
            CommandCount.watch(channel);
        }
    }
}
