package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes together to a server over a connection that is told when to send. */
@Timeout(60)
class OutboxTest {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final Leases leases = new Leases("lp", Holder.of("test"), Duration.ofDays(1));
    private final RedisServer server = RedisServer.start(RedisServer.Version.NEW);
    private final RedisClient client = RedisClient.create(server.uri());
    private final StatefulRedisConnection<String, String> connection = client.connect();
    private final Outbox outbox = new Outbox(connection, true);

    @BeforeEach
    void sendWhenToldTo() {
        server.commands().scriptLoad(Script.TEXT);
        server.commands().configResetstat();
        connection.setAutoFlushCommands(false);
    }

    @AfterEach
    void stop() {
        client.shutdown();
        server.close();
    }

    private static LockKey key(int number) {
        return new LockKey("Account:" + number);
    }

    private Request acquire(int number) {
        return outbox.send(leases.acquire(key(number), OwnerId.random(), TTL, null));
    }

    private static boolean isYes(Request request) {
        return Leases.isYes(answer(request));
    }

    private static String answer(Request request) {
        return request.answer().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private long sentCommands() {
        return server.commands()
                .info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_evalsha:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+).*", "$1")))
                .sum();
    }

    @Test
    void whatIsSentTogetherIsOneCommandUpToALimit() {
        OwnerId owner = OwnerId.random();
        List<Request> requests = IntStream.rangeClosed(0, Batch.MOST)
                .mapToObj(i -> outbox.send(leases.acquire(key(i), owner, TTL, null)))
                .toList();
        connection.flushCommands();
        for (int i = 0; i < requests.size(); i++) {
            Attempt.Granted granted = (Attempt.Granted) Leases.attempt(key(i), owner, answer(requests.get(i)));
            assertThat(StoredLock.of(server, key(i)).last())
                    .isEqualTo(granted.lease().token() + granted.spareTokens());
        }
        assertThat(sentCommands()).isEqualTo(2);
    }

    @Test
    void whatIsSentLaterComesAfterIt() {
        OwnerId owner = OwnerId.random();
        Request acquisition = outbox.send(leases.acquire(key(1), owner, TTL, null));
        Request release = outbox.send(leases.release(key(1), owner, null));
        Request next = acquire(1);
        connection.flushCommands();
        assertThat(isYes(acquisition)).isTrue();
        assertThat(isYes(release)).isTrue();
        assertThat(isYes(next)).isTrue();
        assertThat(sentCommands()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatFailsKeepsNoneOfTheOthersFromBeingCarriedOut(RedisServer.Version version) {
        try (RedisServer each = RedisServer.start(version)) {
            RedisClient its = RedisClient.create(each.uri());
            each.commands().scriptLoad(Script.TEXT);
            StatefulRedisConnection<String, String> connected = its.connect();
            connected.setAutoFlushCommands(false);
            Outbox to = new Outbox(connected, true);
            each.commands().lpush(StoredLock.name(key(2)), "theirs");
            List<Request> requests = IntStream.rangeClosed(1, 3)
                    .mapToObj(i -> to.send(leases.acquire(key(i), OwnerId.random(), TTL, null)))
                    .toList();
            connected.flushCommands();
            assertThat(isYes(requests.get(0))).isTrue();
            assertThat(isYes(requests.get(2))).isTrue();
            assertThatThrownBy(() -> answer(requests.get(1)))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(RedisCommandExecutionException.class)
                    .hasMessageContaining("WRONGTYPE");
            its.shutdown();
        }
    }

    @Test
    void whatIsGivenUpBeforeItIsSentIsNotSent() {
        Request first = acquire(1);
        Request second = acquire(2);
        Request third = acquire(3);
        second.giveUp();
        connection.flushCommands();
        assertThat(isYes(first)).isTrue();
        assertThat(isYes(third)).isTrue();
        assertThat(StoredLock.of(server, key(2)).isFree()).isTrue();
    }

    @Test
    void nothingIsSentIfAllIsGivenUpAndOthersAreNotAddedToIt() {
        acquire(1).giveUp();
        Request next = acquire(2);
        connection.flushCommands();
        assertThat(isYes(next)).isTrue();
        assertThat(StoredLock.of(server, key(1)).isFree()).isTrue();
        assertThat(sentCommands()).isEqualTo(1);
    }

    @Test
    void aServerThatForgotTheScriptIsToldItWithEverythingInItsOrder() {
        server.commands().scriptFlush();
        OwnerId owner = OwnerId.random();
        Request acquisition = outbox.send(leases.acquire(key(1), owner, TTL, null));
        connection.flushCommands();
        Request release = outbox.send(leases.release(key(1), owner, null));
        Request next = acquire(1);
        connection.setAutoFlushCommands(true);
        connection.flushCommands();
        assertThat(isYes(acquisition)).isTrue();
        assertThat(isYes(release)).isTrue();
        assertThat(isYes(next)).isTrue();
    }

    @Test
    void whatIsGivenUpIsLeftOutWhenTheOthersAreSentOnceMore() {
        Request first = request(1);
        Batch batch = Batch.of(first, true);
        Request second = request(2);
        assertThat(batch.add(second)).isTrue();
        assertThat(encoded(batch)).contains("Account:1").contains("Account:2");
        assertThat(batch.add(request(3))).isFalse();
        first.giveUp();
        assertThat(encoded(batch)).doesNotContain("Account:1").contains("Account:2");
        assertThat(batch.sent()).containsExactly(second);
        assertThat(batch.isDone()).isFalse();
        second.giveUp();
        assertThat(batch.isCancelled()).isTrue();
    }

    private Request request(int number) {
        return new Request(leases.acquire(key(number), OwnerId.random(), TTL, null));
    }

    private static String encoded(Batch batch) {
        ByteBuf to = Unpooled.buffer();
        batch.encode(to);
        return to.toString(StandardCharsets.UTF_8);
    }

    /** The connection broke in the middle of them, and the first is not awaited any more. */
    @Test
    void answersOverAConnectionThatBrokeAreForgotten() {
        Request first = request(1);
        Batch batch = Batch.of(first, true);
        assertThat(batch.add(request(2))).isTrue();
        for (int time = 0; time < 2; time++) {
            assertThat(encoded(batch)).contains("Account:2");
            batch.getOutput().set(StandardCharsets.UTF_8.encode("answer " + time));
            first.giveUp();
        }
        assertThat(batch.getOutput().get()).containsExactly("answer 1");
    }

    @Test
    void whatCannotBeSentFailsWithEverythingThatWasToGoWithIt() {
        Request first = acquire(1);
        Request second = acquire(2);
        connection.close();
        for (Request each : List.of(first, second, acquire(3))) {
            assertThatThrownBy(() -> answer(each))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(RedisException.class);
        }
    }
}
