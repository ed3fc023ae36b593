package dev.lockproof.benchmarks.redis;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The floor of waiting: who takes the only element of a list has the lock, and puts it back. The server lets waiters wait, each
 * on a connection of its own. No time to live: with its holder, the lock is gone for ever.
 */
final class ListLocks implements Locking {

    private final RedisClient client;
    private final BlockingQueue<StatefulRedisConnection<String, String>> connections;

    ListLocks(int port, int poolSize) {
        client = LettuceClient.open(port);
        connections = new ArrayBlockingQueue<>(poolSize);
        for (int i = 0; i < poolSize; i++) {
            connections.add(client.connect());
        }
    }

    @Override
    public NamedLock named(String name) {
        String key = "list:" + name;
        try {
            StatefulRedisConnection<String, String> connection = connections.take();
            if (connection.sync().set("made:" + key, "", SetArgs.Builder.nx()) != null) {
                connection.sync().rpush(key, "free");
            }
            connections.add(connection);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return new Entry(this, key);
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for a connection", cause);
    }

    @Override
    public void close() {
        LettuceClient.close(client);
    }

    private record Entry(ListLocks all, String key) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            try {
                StatefulRedisConnection<String, String> connection = all.connections.take();
                connection.sync().blpop(0, key);
                try {
                    section.run();
                } finally {
                    connection.sync().rpush(key, "free");
                    all.connections.add(connection);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }
}
