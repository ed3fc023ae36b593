package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The user that docs/how-to/use-redis.md tells to make needs no more rights than it says there. */
@Timeout(60)
class DocumentedUserTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "use-redis.md");
    private static final String RULE = "ACL SETUSER ";
    private static final Duration TTL = Duration.ofSeconds(30);

    /** Of Redis 7. */
    private static final List<String> SHARDED =
            List.of("+spublish", "+ssubscribe", "+sunsubscribe", "+pubsub|shardnumsub");

    private static void makeUser(RedisServer server, RedisServer.Version version) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(RULE) + RULE.length();
        List<String> words =
                List.of(page.substring(start, page.indexOf("```", start)).trim().split("\\s+", -1));
        CommandArgs<String, String> rule = new CommandArgs<>(StringCodec.UTF8).add("SETUSER");
        words.stream()
                .filter(word -> version == RedisServer.Version.NEW || !SHARDED.contains(word))
                .forEach(rule::add);
        server.commands().dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), rule);
    }

    @ParameterizedTest
    @EnumSource
    void theyAreEnoughToLockWaitAndBeHandedALease(RedisServer.Version version) throws IOException {
        LockKey key = LockKey.of("Account:42");
        OwnerId waiter = OwnerId.random();
        AtomicInteger woken = new AtomicInteger();
        try (RedisServer server = RedisServer.start(version)) {
            makeUser(server, version);
            try (RedisLockProvider provider =
                    RedisLockProvider.of("redis://locks:secret@127.0.0.1:" + server.port() + "/3")) {
                Lease held = ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
                assertThat(provider.renew(held, TTL)).isTrue();
                assertThat(provider.advance(held, held.token() + 1)).isInstanceOf(Attempt.Granted.class);
                Subscription waiting = provider.await(key, waiter, woken::incrementAndGet);
                assertThat(provider.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Busy.class);
                provider.release(held);
                Await.until("the waiter is woken", () -> woken.get() > 0);
                Attempt.Granted handed = (Attempt.Granted) provider.tryAcquire(key, waiter, TTL);
                waiting.close();
                assertThat(handed.age()).isPositive();
                assertThat(server.commands().aclLog()).as("what was refused").isEmpty();
            }
        }
    }
}
