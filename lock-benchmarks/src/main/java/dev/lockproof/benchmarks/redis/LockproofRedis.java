package dev.lockproof.benchmarks.redis;

import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import dev.lockproof.benchmarks.locks.ProviderLocks;
import dev.lockproof.benchmarks.locks.ServiceLocks;
import dev.lockproof.redis.RedisLockProvider;
import dev.lockproof.spi.LockProvider;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.function.Function;

/** Lockproof's provider, on a client whose commands are counted. */
final class LockproofRedis implements Locking {

    /** In a competition, whoever is served last waits for all the others. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RedisClient client;
    private final Locking locking;

    private LockproofRedis(int port, Function<LockProvider, Locking> use) {
        client = LettuceClient.open(port);
        locking = use.apply(RedisLockProvider.builder(client, RedisURI.create("127.0.0.1", port))
                .build());
    }

    static LockproofRedis provider(int port) {
        return new LockproofRedis(port, ProviderLocks::new);
    }

    static LockproofRedis service(int port) {
        return new LockproofRedis(
                port,
                provider -> new ServiceLocks(LockService.builder(provider)
                        .options(LockOptions.DEFAULTS.withTimeout(PATIENCE))
                        .build()));
    }

    @Override
    public NamedLock named(String name) {
        return locking.named(name);
    }

    @Override
    public void close() {
        locking.close();
        LettuceClient.close(client);
    }
}
