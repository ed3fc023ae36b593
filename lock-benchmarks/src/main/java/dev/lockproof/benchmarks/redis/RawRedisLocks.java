package dev.lockproof.benchmarks.redis;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.UUID;

/** The floor of locks with a time to live: two commands and no token. Refuses a lock that is not free. */
final class RawRedisLocks implements Locking {

    private static final long TTL_MILLIS = 30_000;

    private static final String DELETE_IF_MINE =
            "if redis.call('get', KEYS[1]) == ARGV[1] then" + " return redis.call('del', KEYS[1]) else return 0 end";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final RedisCommands<String, String> commands;
    private final String script;
    private final boolean awaitsRelease;

    private RawRedisLocks(int port, boolean awaitsRelease) {
        client = LettuceClient.open(port);
        connection = client.connect();
        commands = connection.sync();
        script = commands.scriptLoad(DELETE_IF_MINE);
        this.awaitsRelease = awaitsRelease;
    }

    static RawRedisLocks awaitingBoth(int port) {
        return new RawRedisLocks(port, true);
    }

    static RawRedisLocks notAwaitingReleases(int port) {
        return new RawRedisLocks(port, false);
    }

    private void release(String key, String owner) {
        RedisFuture<Long> released =
                connection.async().evalsha(script, ScriptOutputType.INTEGER, new String[] {key}, owner);
        if (awaitsRelease) {
            released.toCompletableFuture().join();
        }
    }

    @Override
    public NamedLock named(String name) {
        return new Entry(this, "raw:" + name);
    }

    @Override
    public void close() {
        LettuceClient.close(client);
    }

    private record Entry(RawRedisLocks all, String key) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            String owner = UUID.randomUUID().toString();
            if (all.commands.set(key, owner, SetArgs.Builder.nx().px(TTL_MILLIS)) == null) {
                throw new IllegalStateException("The lock " + key + " is not free");
            }
            try {
                section.run();
            } finally {
                all.release(key, owner);
            }
        }
    }
}
