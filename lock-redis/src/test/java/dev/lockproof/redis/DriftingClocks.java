package dev.lockproof.redis;

import dev.lockproof.Ticker;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Five independent servers, and clients, with clocks that differ in speed, in a time that passes only when it is told to. So what
 * happens does not depend on how busy the machine is: leases last for so long that the time which really passes makes no difference
 * to them.
 */
final class DriftingClocks implements AutoCloseable {

    /** How long leases last. */
    static final Duration TTL = Duration.ofHours(10);

    private static final int SERVERS = 5;

    /** Lets leases have begun so many milliseconds earlier. */
    private static final String AGE = """
            for _, key in ipairs(redis.call('KEYS', '*:l')) do
              local state = redis.call('GET', key)
              local before, since, after = string.match(state, '^(%x+[ ?]%d+ %d+ )(%d+)( %d+.*)$')
              if since then
                since = string.format('%016.0f', since - ARGV[1] * 1000)
                redis.call('SET', key, before .. since .. after, 'KEEPTTL')
              end
            end
            return redis.status_reply('OK')
            """;

    private final double speedOfServers;
    private final List<RedisServer> servers = Stream.generate(() -> RedisServer.start(RedisServer.Version.NEW))
            .limit(SERVERS)
            .toList();
    private final AtomicLong passedNanos = new AtomicLong();

    /** Starts the servers. A speed of 1.01 is that of a clock that gains a hundredth. */
    DriftingClocks(double speedOfServers) {
        this.speedOfServers = speedOfServers;
    }

    /** Gives the clock of a client. */
    Ticker ticker(double speed) {
        return () -> Math.round(passedNanos.get() * speed);
    }

    RedlockProvider connect(Ticker ticker) {
        List<String> uris = servers.stream().map(RedisServer::uri).toList();
        return RedlockProvider.builder(uris.get(0), uris.get(1), uris.get(2), uris.get(3), uris.get(4))
                .serverTimeout(Duration.ofSeconds(5))
                .ticker(ticker)
                .build();
    }

    /** Lets time pass, by a share of a lease. */
    void pass(double share) {
        passedNanos.addAndGet(Math.round(share * TTL.toNanos()));
        long byServers = Math.round(share * TTL.toMillis() * speedOfServers);
        for (RedisServer server : servers) {
            server.commands().eval(AGE, ScriptOutputType.STATUS, new String[0], Long.toString(byServers));
        }
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
    }
}
