package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.RedisSentinels;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sentinels that ask for a password of their own. */
@Timeout(60)
class SentinelPasswordTest {

    private static RedisSentinels sentinels;

    @BeforeAll
    static void start() {
        sentinels = RedisSentinels.start();
        sentinels
                .sentinels()
                .forEach(sentinel ->
                        sentinel.commands().aclSetuser("default", AclSetuserArgs.Builder.addPassword("right8")));
    }

    @AfterAll
    static void stop() {
        sentinels.close();
    }

    @Test
    void itIsGivenWithEachOfThem() {
        RedisURI uri = uriWithPassword("right8");
        RedisClient client = RedisClient.create();
        try (LockProvider provider = RedisLockProvider.builder(client, uri).build()) {
            assertThat(provider.tryAcquire(new LockKey("Account:1"), OwnerId.random(), Duration.ofSeconds(30)))
                    .isInstanceOf(Attempt.Granted.class);
        } finally {
            client.shutdown();
        }
    }

    private static RedisURI uriWithPassword(String password) {
        RedisURI.Builder uri = RedisURI.builder().withSentinelMasterId(RedisSentinels.NAME);
        sentinels.sentinels().forEach(sentinel -> uri.withSentinel("127.0.0.1", sentinel.port(), password));
        return uri.build();
    }

    @Test
    void thatItIsMissingIsSaid() {
        assertThatThrownBy(() -> RedisLockProvider.of(sentinels.uri()))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("NOAUTH")
                .hasMessageContaining("that of Sentinels with each of them: RedisURI.Builder.withSentinel");
    }

    @Test
    void aWrongOneIsSaid() {
        RedisClient client = RedisClient.create();
        try {
            assertThatThrownBy(() -> RedisLockProvider.builder(client, uriWithPassword("wrong8"))
                            .build())
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageNotContaining("wrong8");
        } finally {
            client.shutdown();
        }
    }
}
