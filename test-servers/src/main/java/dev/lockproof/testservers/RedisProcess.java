package dev.lockproof.testservers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The process of a Redis server, which runs until it is killed. */
final class RedisProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private RedisProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @param directory where it works; its log is beside it
     */
    static RedisProcess start(RedisSettings settings, RedisPorts ports, Path directory) {
        List<String> command =
                new ArrayList<>(List.of(RedisPrograms.find(settings.version()).toString()));
        command.addAll(settings.arguments().of(ports, directory));
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings.environment());
        try {
            RedisProcess started = new RedisProcess(builder.start(), log);
            started.awaitAnswer(RedisURI.create("127.0.0.1", ports.plain()));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Redis did not start", e);
        }
    }

    private void awaitAnswer(RedisURI uri) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        RedisClient asking = RedisClient.create(uri);
        try {
            while (!answers(asking)) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    kill();
                    throw new IllegalStateException("Redis did not start; see " + log);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        } finally {
            asking.shutdown(0, 0, TimeUnit.SECONDS);
        }
    }

    private static boolean answers(RedisClient asking) {
        try (StatefulRedisConnection<String, String> open = asking.connect()) {
            return open.isOpen(); // connecting says HELLO, and a server that still reads its data refuses that
        } catch (RedisConnectionException e) {
            return false;
        }
    }

    void stop() {
        signal(Signals::stop);
    }

    void resume() {
        signal(Signals::resume);
    }

    void kill() {
        Processes.kill(process.toHandle());
    }

    @FunctionalInterface
    private interface Signal {
        void send(long pid) throws IOException, InterruptedException;
    }

    private void signal(Signal signal) {
        try {
            signal.send(process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
