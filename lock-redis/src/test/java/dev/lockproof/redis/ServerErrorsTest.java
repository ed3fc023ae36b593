package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to be done about errors of servers, which versions of Redis report in different words. */
@Timeout(60)
class ServerErrorsTest {

    private static final Duration TTL = Duration.ofSeconds(30);

    private static Attempt acquire(RedisLockProvider provider, String key) {
        return provider.tryAcquire(new LockKey(key), OwnerId.random(), TTL);
    }

    private static void assertAdvice(RedisLockProvider provider, String key, String code, String advice) {
        assertThatThrownBy(() -> acquire(provider, key))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(advice)
                .hasMessageContaining("nothing was changed");
    }

    private static void assertNoConnection(String uri, String advice) {
        assertThatThrownBy(() -> RedisLockProvider.of(uri))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining(advice);
    }

    /** The client tells what the server answered or, if that wins the race, that it closed the connection for it. */
    @ParameterizedTest
    @EnumSource
    void aUriThatAsksForWhatTheServerHasNotIsExplained(RedisServer.Version version) {
        try (RedisServer server = RedisServer.start(version)) {
            assertNoConnection(server.uri() + "/99", "database");
            assertNoConnection("redis-sentinel://127.0.0.1:" + server.port() + "/0#main", "names Sentinels");
        }
    }

    @Test
    void aDatabaseThatTheServerHasNotIsExplainedWhereItSaysSo() {
        Throwable answer = new RedisCommandExecutionException("ERR DB index is out of range");
        assertThat(Failures.notConnected("Redis at host:6379", answer)).hasMessageContaining("fewer databases");
    }

    @ParameterizedTest
    @EnumSource
    void eachComesWithItsAdvice(RedisServer.Version version) {
        try (RedisServer server = RedisServer.start(version);
                RedisLockProvider provider = RedisLockProvider.of(server.uri())) {
            server.commands().lpush(StoredLock.name(new LockKey("theirs")), "x");
            assertAdvice(provider, "theirs", "WRONGTYPE", "keyPrefix");
            StoredLock.free(server, new LockKey("raised"), Script.LARGEST_TOKEN);
            assertAdvice(provider, "raised", "TOOLARGE", "9007199254740992");
            server.commands().configSet("maxmemory", "1");
            assertAdvice(provider, "ours", "OOM", "raise maxmemory");
            server.commands().configSet("maxmemory", "0");
            server.commands().configSet("min-replicas-to-write", "1");
            assertAdvice(provider, "ours", "NOREPLICAS", "min-replicas-to-write");
            server.commands().configSet("min-replicas-to-write", "0");
            assertThat(acquire(provider, "ours")).isInstanceOf(Attempt.Granted.class);
            server.commands().replicaof("127.0.0.1", server.port());
            assertAdvice(provider, "another", "READONLY", "connect to the primary");
        }
    }
}
