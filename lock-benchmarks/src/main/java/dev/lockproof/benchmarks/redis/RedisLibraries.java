package dev.lockproof.benchmarks.redis;

import dev.lockproof.benchmarks.network.Library;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.integration.redis.util.RedisLockRegistry.RedisLockType;

/** The libraries on one server. */
final class RedisLibraries {

    private static final long SHEDLOCK_PAUSE_MILLIS = 10;

    private final int port;
    private final int poolSize;

    RedisLibraries(int port, int poolSize) {
        this.port = port;
        this.poolSize = poolSize;
    }

    /** All of them; the floor is two commands. */
    List<Library> all() {
        return List.of(
                new Library("`SET NX PX`, compare-and-delete script", () -> RawRedisLocks.awaitingBoth(port)),
                new Library("the same, the script not awaited", () -> RawRedisLocks.notAwaitingReleases(port)),
                new Library("Spring `RedisLockRegistry`", () -> SpringRedis.registry(port, RedisLockType.SPIN_LOCK)),
                new Library(
                        "Spring `RedisLockRegistry`, publishing",
                        () -> SpringRedis.registry(port, RedisLockType.PUB_SUB_LOCK)),
                new Library("ShedLock `RedisLockProvider`", this::shedLock),
                new Library("Redisson `RLock`", () -> RedissonLocks.plain(port)),
                new Library("Redisson `RFencedLock`", () -> RedissonLocks.fenced(port)),
                new Library("Lockproof, `RedisLockProvider` alone", () -> LockproofRedis.provider(port)),
                new Library("Lockproof, `LockService`", () -> LockproofRedis.service(port)));
    }

    /** Those that wait, or can be asked again; the floor is a list of the server's. */
    List<Library> waiting() {
        return List.of(
                new Library("`BLPOP`, `RPUSH`", () -> new ListLocks(port, poolSize)),
                new Library(
                        "Spring `RedisLockRegistry`, which asks every 100 ms",
                        () -> SpringRedis.registry(port, RedisLockType.SPIN_LOCK)),
                new Library(
                        "Spring `RedisLockRegistry`, publishing",
                        () -> SpringRedis.registry(port, RedisLockType.PUB_SUB_LOCK)),
                new Library("ShedLock, asked every " + SHEDLOCK_PAUSE_MILLIS + " ms", this::shedLock),
                new Library("Redisson `RLock`", () -> RedissonLocks.plain(port)),
                new Library("Redisson `RFencedLock`", () -> RedissonLocks.fenced(port)),
                new Library("Lockproof, `LockService`", () -> LockproofRedis.service(port)));
    }

    private SpringRedis shedLock() {
        return SpringRedis.shedLock(
                port, () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SHEDLOCK_PAUSE_MILLIS)));
    }
}
