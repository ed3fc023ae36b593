package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations do one by one; some within microseconds, in one transaction of the server, as tokens are set aside by its clock. */
class ScriptTest {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final Duration FORGET_AFTER = Duration.ofDays(1);

    private final Leases leases = new Leases("lp", Holder.of("test"), FORGET_AFTER);
    private final LockKey key = new LockKey("spare:" + OwnerId.random());
    private final OwnerId first = OwnerId.random();
    private final OwnerId second = OwnerId.random();

    @BeforeAll
    static void loadScript() {
        RedisServer.shared().commands().scriptLoad(Script.TEXT);
    }

    /** By the digest: the server takes longer to see the whole text than to run it. */
    private static String send(RedisCommands<String, String> commands, Call call) {
        return commands.evalsha(Script.SHA1, ScriptOutputType.VALUE, call.keys(), call.values());
    }

    @Test
    void theNextHolderGetsNoneOfThem() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        commands.multi();
        send(commands, leases.acquire(key, first, TTL, null));
        String unused = commands.get(StoredLock.name(key));
        send(commands, leases.release(key, first, null));
        send(commands, leases.acquire(key, second, TTL, null));
        TransactionResult results = commands.exec();
        Attempt.Granted before = granted(first, results.get(0));
        Attempt.Granted after = granted(second, results.get(3));
        assertThat(before.spareTokens()).isPositive();
        assertThat(new StoredLock(results.get(1)).last())
                .isEqualTo(before.lease().token() + before.spareTokens());
        assertThat(after.lease().token()).isGreaterThan(before.lease().token() + before.spareTokens());
    }

    @Test
    void theNextHolderGetsNoneOfThoseThatWereSetAsideWhenTheTokenWasRaised() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        commands.multi();
        send(commands, leases.acquire(key, first, TTL, null));
        send(commands, leases.advance(new Lease(key, first, 0), 4_000_000_000_000_000L));
        send(commands, leases.release(key, first, null));
        send(commands, leases.acquire(key, second, TTL, null));
        TransactionResult results = commands.exec();
        Attempt.Granted raised = granted(first, results.get(1));
        assertThat(raised.lease().token()).isEqualTo(4_000_000_000_000_000L);
        assertThat(raised.spareTokens()).isPositive();
        assertThat(granted(second, results.get(3)).lease().token())
                .isGreaterThan(raised.lease().token() + raised.spareTokens());
    }

    @Test
    void whatIsWrittenBackNeverLowersTheFence() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        send(commands, leases.acquire(key, first, TTL, null));
        send(commands, leases.advance(new Lease(key, first, 0), 4_000_000_000_000_000L));
        send(commands, leases.writeBack(new Lease(key, first, 3_000_000_000_000_000L), 0));
        assertThat(StoredLock.of(commands, key).last()).isGreaterThan(3_999_999_999_999_999L);
    }

    @Test
    void onlyTheHolderWritesBack() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        send(commands, leases.acquire(key, first, TTL, null));
        String held = StoredLock.of(commands, key).text();
        assertThat(Leases.isYes(send(commands, leases.writeBack(new Lease(key, second, 4_000_000_000_000_000L), 0))))
                .isFalse();
        assertThat(StoredLock.of(commands, key).text()).isEqualTo(held);
    }

    @Test
    void aRaisedTokenIsPastTheLastOneAndItsLeaseStaysTheHolders() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        Attempt.Granted before = granted(first, send(commands, leases.acquire(key, first, TTL, null)));
        Attempt.Granted raised = granted(first, send(commands, leases.advance(new Lease(key, first, 0), 1)));
        assertThat(raised.lease().token()).isGreaterThan(before.lease().token() + before.spareTokens());
        assertThat(raised.spareTokens()).isEqualTo(Script.SPARE_TOKENS);
        assertThat(StoredLock.of(commands, key).text())
                .endsWith(" " + Holder.of("test").describe());
    }

    @Test
    void fewAreSetAsideForARaisedTokenWhileSomebodyWaits() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        send(commands, leases.acquire(key, first, TTL, null));
        Watch waiting = new Watch(key, second, "channel", "", 1, () -> {});
        waiting.begin(leases, TTL, true);
        send(commands, leases.acquire(key, second, TTL, waiting));
        assertThat(granted(first, send(commands, leases.advance(new Lease(key, first, 0), 1)))
                        .spareTokens())
                .isEqualTo(3);
    }

    @Test
    void aKeyThatIsKeptForAWaiterIsNotItsLeaseYet() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        long now = Long.parseLong(commands.time().get(0)) * 1_000_000;
        commands.set(StoredLock.name(key), "%s?%016d 00 %016d 60000".formatted(second, 0, now));
        assertThat(Leases.isYes(send(commands, leases.renew(new Lease(key, second, 1), TTL))))
                .isFalse();
    }

    @Test
    void whoHoldsTheLeaseIsNamedWordByWord() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        Holder holder = Holder.of("the till at the door");
        Leases named = new Leases("lp", holder, FORGET_AFTER);
        send(commands, named.acquire(key, first, TTL, null));
        Attempt.Busy busy = busy(send(commands, leases.acquire(key, second, TTL, null)));
        assertThat(busy.holder()).isEqualTo(holder.describe());
        assertThat(busy.retryAfter()).isBetween(TTL.minusSeconds(20), TTL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somebody",
                "somebody else's!",
                "5",
                "17000000000000000",
                "0123456789abcdef",
                "a text that is longer than 32 characters"
            })
    void aKeyThatSomethingElseSetIsRefusedAndLeftAlone(String text) {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        commands.set(StoredLock.name(key), text);
        assertThatThrownBy(() -> send(commands, leases.acquire(key, first, TTL, null)))
                .hasMessageContaining("WRONGTYPE");
        assertThat(commands.get(StoredLock.name(key))).isEqualTo(text);
    }

    /** Otherwise a server that loses the last token would go on with smaller ones. */
    @Test
    void noneAreSetAsideAheadOfTheClock() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        long ahead = Long.parseLong(commands.time().get(0)) * 1_000_000 + 60_000_000;
        commands.set(StoredLock.name(key), Long.toString(ahead));
        Attempt.Granted granted = granted(first, send(commands, leases.acquire(key, first, TTL, null)));
        assertThat(granted.lease().token()).isEqualTo(ahead + 1);
        assertThat(granted.spareTokens()).isZero();
    }

    /** Beyond it, the next one would be the same. */
    @ParameterizedTest
    @ValueSource(longs = {(1L << 53) - 1, 1L << 53, 9_999_999_999_999_999L})
    void noTokenIsLargerThanTheServerCounts(long last) {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        StoredLock.free(RedisServer.shared(), key, last);
        assertThatThrownBy(() -> send(commands, leases.acquire(key, first, TTL, null)))
                .hasMessageContaining("TOOLARGE");
        assertThat(StoredLock.of(commands, key).last()).isEqualTo(last);
    }

    @Test
    void tokensAreExactUpToTheLargest() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        StoredLock.free(RedisServer.shared(), key, Script.LARGEST_TOKEN - 2);
        Lease lease = granted(first, send(commands, leases.acquire(key, first, TTL, null)))
                .lease();
        assertThat(lease.token()).isEqualTo(Script.LARGEST_TOKEN - 1);
        assertThatThrownBy(() -> send(commands, leases.advance(lease, 1))).hasMessageContaining("TOOLARGE");
        assertThat(Leases.isYes(send(commands, leases.renew(lease, TTL)))).isTrue();
        send(commands, leases.release(key, first, null));
        assertThat(granted(second, send(commands, leases.acquire(key, second, TTL, null)))
                        .lease()
                        .token())
                .isEqualTo(Script.LARGEST_TOKEN);
        assertThat(Leases.isYes(send(commands, leases.renew(new Lease(key, second, 0), TTL))))
                .isTrue();
    }

    /** There are so many tokens after it that nobody comes to the largest. */
    @Test
    void aTokenIsRaisedToSomewhatLessThanTheLargest() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        send(commands, leases.acquire(key, first, TTL, null));
        Lease lease = new Lease(key, first, 0);
        assertThatThrownBy(() -> leases.advance(lease, 9_000_000_000_000_001L))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining("9000000000000001")
                .hasMessageContaining("lower it there");
        assertThat(granted(first, send(commands, leases.advance(lease, 9_000_000_000_000_000L)))
                        .lease()
                        .token())
                .isEqualTo(9_000_000_000_000_000L);
        send(commands, leases.release(key, first, null));
        assertThat(granted(second, send(commands, leases.acquire(key, second, TTL, null)))
                        .lease()
                        .token())
                .isEqualTo(9_000_000_000_000_100L);
    }

    /** When the clock gives a number of microseconds with fewer digits. */
    @Test
    void theBeginningOfALeaseHasAllItsDigitsAlsoEarlyInASecond() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        Await.until("a second has begun", () -> Long.parseLong(commands.time().get(1)) < 50_000);
        long before = micros(commands.time());
        send(commands, leases.acquire(key, first, TTL, null));
        assertThat(StoredLock.of(commands, key).since()).isBetween(before, micros(commands.time()));
    }

    private static long micros(List<String> time) {
        return TimeUnit.SECONDS.toMicros(Long.parseLong(time.get(0))) + Long.parseLong(time.get(1));
    }

    /** A turn of a process goes to a few of its threads, however many it has, and then to another process. */
    @Test
    void fewAreSetAsideWhileSomebodyWaits() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        Watch waiting = new Watch(key, second, "channel", "", 1, () -> {});
        waiting.begin(leases, TTL, true);
        send(commands, leases.acquire(key, OwnerId.random(), TTL, null));
        send(commands, leases.acquire(key, second, TTL, waiting));
        commands.del(StoredLock.name(key));
        assertThat(granted(first, send(commands, leases.acquire(key, first, TTL, null)))
                        .spareTokens())
                .isEqualTo(3);
    }

    /** Whoever frees a lock otherwise has seen that nobody waits. */
    @Test
    void fewAreSetAsideAfterSomebodyWhoWaitsHasWithdrawn() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        Watch waiting = new Watch(key, second, "channel", "", 1, () -> {});
        waiting.begin(leases, TTL, false);
        send(commands, leases.acquire(key, second, TTL, waiting));
        assertThat(Leases.isYes(send(commands, leases.withdraw(key, second, waiting))))
                .isTrue();
        assertThat(granted(first, send(commands, leases.acquire(key, first, TTL, null)))
                        .spareTokens())
                .isEqualTo(3);
    }

    /** Of a quorum, one server may have proposed a larger token than the others, which counts there from then on. */
    @Test
    void whoAsksAgainGetsTheTokenThatWasWrittenBack() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        send(commands, leases.acquire(key, first, TTL, null));
        send(commands, leases.advance(new Lease(key, first, 0), 4_000_000_000_000_000L));
        Lease agreed = new Lease(key, first, 3_000_000_000_000_000L);
        send(commands, leases.writeBack(agreed, 3));
        assertThat(granted(first, send(commands, leases.acquire(key, first, TTL, null)))
                        .lease())
                .isEqualTo(agreed);
    }

    /** If it were forgotten, so would be who holds the lock. */
    @Test
    void whateverIsDoneToALockItIsForgottenSomeTimeAndNoEarlier() {
        RedisCommands<String, String> commands = RedisServer.shared().commands();
        Watch waiting = new Watch(key, second, "channel", "", 1, () -> {});
        waiting.begin(leases, TTL, false);
        List<Call> all = List.of(
                leases.acquire(key, first, TTL, null),
                leases.acquire(key, first, TTL, null),
                leases.advance(new Lease(key, first, 0), 1),
                leases.writeBack(new Lease(key, first, 1), 0),
                leases.renew(new Lease(key, first, 0), TTL),
                leases.acquire(key, second, TTL, waiting),
                leases.release(key, first, null),
                leases.acquire(key, second, TTL, waiting),
                leases.withdraw(key, second, waiting),
                leases.acquire(key, second, TTL, waiting),
                leases.release(key, second, waiting));
        for (Call each : all) {
            String answer = send(commands, each);
            assertThat(commands.pttl(StoredLock.name(key)))
                    .as("%s, answered %s", List.of(each.values()), answer)
                    .isBetween(
                            FORGET_AFTER.minusMinutes(1).toMillis(),
                            FORGET_AFTER.plus(TTL).toMillis());
        }
        assertThat(StoredLock.of(commands, key).isFree()).isTrue();
    }

    private Attempt.Busy busy(String answer) {
        return (Attempt.Busy) Leases.attempt(key, second, answer);
    }

    private Attempt.Granted granted(OwnerId owner, String answer) {
        return (Attempt.Granted) Leases.attempt(key, owner, answer);
    }
}
