package dev.lockproof.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Unpacks the Redis servers of the class path, each once. */
final class RedisPrograms {

    private static final Map<RedisServer.Version, Path> UNPACKED = new ConcurrentHashMap<>();

    private RedisPrograms() {}

    static Path find(RedisServer.Version version) {
        return UNPACKED.computeIfAbsent(version, RedisPrograms::unpack);
    }

    private static Path unpack(RedisServer.Version version) {
        String name = version == RedisServer.Version.NEW ? "redis/redis-server" : "old/redis-server";
        try (InputStream program = RedisPrograms.class.getResourceAsStream(name)) {
            if (program == null) {
                throw new IllegalStateException(
                        "There is no Redis server for this platform: start one yourself, and give"
                                + " its URI by -Dlockproof.test.redis.url=redis://…");
            }
            Path file = Processes.newDirectory("redis").resolve("redis-server");
            Files.copy(program, file);
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException("Can't be made executable: " + file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The Redis server can't be unpacked", e);
        }
    }
}
