package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.TcpProxy;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A release grants the lease to the first in the queue. */
@Timeout(60)
class HandedLeaseTest {

    private static final Duration TTL = Duration.ofMinutes(5);

    private final LockKey key = new LockKey("Account:" + OwnerId.random());
    private final RedisServer server = RedisServer.start(RedisServer.Version.NEW);
    private final RedisLockProvider provider = RedisLockProvider.of(server.uri());
    private final OwnerId waiter = OwnerId.random();
    private final AtomicInteger woken = new AtomicInteger();

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    private Lease acquire() {
        return ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
    }

    private Subscription startWaiting(LockProvider process, Duration ttl) {
        Subscription subscription = process.await(key, waiter, woken::incrementAndGet);
        assertThat(process.tryAcquire(key, waiter, ttl)).isInstanceOf(Attempt.Busy.class);
        return subscription;
    }

    private void awaitWaking() {
        Await.until("the waiter is woken", () -> woken.get() > 0);
    }

    private String queueName() {
        return Keys.of("lp", key).queue();
    }

    private StoredLock stored() {
        return StoredLock.of(server, key);
    }

    private long serverMicros() {
        List<String> time = server.commands().time();
        return TimeUnit.SECONDS.toMicros(Long.parseLong(time.get(0))) + Long.parseLong(time.get(1));
    }

    private boolean isGrantedToTheWaiter() {
        return stored().isHeldBy(waiter);
    }

    @Test
    void whoIsWokenHoldsTheLeaseAndDoesNotAsk() {
        try (RedisLockProvider other = RedisLockProvider.builder(server.uri())
                .processName("payments-7")
                .build()) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            provider.release(held);
            awaitWaking();
            assertThat(isGrantedToTheWaiter()).isTrue();
            assertThat(stored().text()).contains("payments-7");
            assertThat(stored().ttlMillis()).isEqualTo(TTL.toMillis());
            server.commands().configResetstat();
            Attempt.Granted granted = (Attempt.Granted) other.tryAcquire(key, waiter, TTL);
            waiting.close();
            assertThat(server.commands().info("commandstats")).doesNotContain("evalsha");
            assertThat(granted.lease().token()).isGreaterThan(held.token());
            assertThat(granted.age()).isPositive();
            assertThat(isGrantedToTheWaiter()).isTrue();
            assertThat(stored().last()).isEqualTo(granted.lease().token() + granted.spareTokens());
        }
    }

    /** Its part of the line would last no longer than it was held before. */
    @Test
    void whoWantsItForAnotherTimeThanItSaidAsks() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            provider.release(held);
            awaitWaking();
            Attempt.Granted granted = (Attempt.Granted) other.tryAcquire(key, waiter, TTL.multipliedBy(2));
            waiting.close();
            assertThat(granted.age()).isZero();
            assertThat(stored().ttlMillis()).isEqualTo(2 * TTL.toMillis());
        }
    }

    /** Somebody else may have had it since. */
    @Test
    void aLeaseIsHandedOnce() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            provider.release(held);
            awaitWaking();
            other.release(((Attempt.Granted) other.tryAcquire(key, waiter, TTL)).lease());
            Await.until("it is free", () -> stored().isFree());
            acquire();
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Busy.class);
            waiting.close();
            assertThat(server.commands().exists(queueName())).isZero();
        }
    }

    @Test
    void whatSomebodyElseSaysOnTheChannelMakesTheWaiterAskAndNothingMore() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            String channel = server.commands().pubsubChannels().get(0);
            List<String> messages = List.of(
                    "",
                    "!",
                    "hello " + waiter,
                    "!" + waiter + " hello",
                    "!" + waiter + " 1 2 3 4",
                    "!" + waiter + " 9 99 9999999999999999999");
            for (String message : messages) {
                assertThat(server.commands().publish(channel, message)).isOne();
            }
            Await.until("it has heard the last three, which name it", () -> woken.get() == 3);
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Busy.class);
            woken.set(0);
            provider.release(held);
            awaitWaking();
            Attempt.Granted granted = (Attempt.Granted) other.tryAcquire(key, waiter, TTL);
            waiting.close();
            assertThat(granted.age()).isPositive();
        }
    }

    @Test
    void aLeaseIsAsOldAsTheMessageWasOnItsWay() {
        Duration delay = Duration.ofMillis(200);
        try (TcpProxy network = TcpProxy.to(server.port());
                RedisLockProvider other = RedisLockProvider.of("redis://127.0.0.1:" + network.port())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            network.slowDown(delay);
            provider.release(held);
            awaitWaking();
            Attempt.Granted granted = (Attempt.Granted) other.tryAcquire(key, waiter, TTL);
            assertThat(granted.age()).isGreaterThanOrEqualTo(delay);
            network.heal();
            waiting.close();
        }
    }

    /** A tenth of it is over: the answer to a question makes it last for its full time again. */
    @Test
    void aMessageThatComesLateIsNoLease() {
        Duration ttl = Duration.ofSeconds(2);
        try (TcpProxy network = TcpProxy.to(server.port());
                RedisLockProvider other = RedisLockProvider.of("redis://127.0.0.1:" + network.port())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, ttl);
            network.silence();
            provider.release(held);
            Await.until(
                    "a tenth of it is over",
                    () -> isGrantedToTheWaiter()
                            && serverMicros() - stored().since() > TimeUnit.MILLISECONDS.toMicros(ttl.toMillis() / 5));
            long handed = stored().since();
            network.heal();
            awaitWaking();
            Attempt.Granted granted = (Attempt.Granted) other.tryAcquire(key, waiter, ttl);
            waiting.close();
            assertThat(granted.age()).isZero();
            assertThat(stored().since()).isGreaterThan(handed);
        }
    }

    @Test
    void whoLeavesPassesOnWhatItWasHanded() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            provider.release(held);
            awaitWaking();
            waiting.close();
            assertThat(stored().isFree()).isTrue();
        }
    }

    @Test
    void whoLeftBeforeIsHandedNothing() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            startWaiting(other, TTL).close();
            assertThat(server.commands().exists(queueName())).isZero();
            provider.release(held);
            Await.until("it is free", () -> stored().isFree());
            assertThat(woken).hasValue(0);
        }
    }

    @Test
    void whoAsksAgainKeepsItsPlaceInAQueueThatIsForgottenSomeTime() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            ScoredValue<String> place = place();
            assertThat(server.commands().pttl(queueName())).isBetween(1L, 10_000L);
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Busy.class);
            assertThat(place()).isEqualTo(place);
            provider.release(held);
            waiting.close();
        }
    }

    private ScoredValue<String> place() {
        return server.commands().zrangeWithScores(queueName(), 0, -1).get(0);
    }

    @Test
    void whoGotItByAskingWaitsNoMore() {
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease unused = acquire();
            Subscription waiting = startWaiting(other, TTL);
            server.commands().del(StoredLock.name(key));
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Granted.class);
            assertThat(server.commands().exists(queueName())).isZero();
            waiting.close();
            assertThat(isGrantedToTheWaiter()).isTrue();
        }
    }

    /** It could not hear when it began to wait, and its place in the queue says so. */
    @Test
    void whoSaidThatItAsksIsHandedNothingEvenIfItHears() {
        String channel = "lp:somebody";
        Leases leases = new Leases("lp", Holder.of("test"), Duration.ofDays(1));
        Watch watch = new Watch(key, waiter, channel, "", 1, woken::incrementAndGet);
        watch.begin(leases, TTL, false);
        RedisClient client = RedisClient.create(server.uri());
        client.connectPubSub().sync().subscribe(channel);
        Lease held = acquire();
        Call call = leases.acquire(key, waiter, TTL, watch);
        String answer = server.commands().eval(Script.TEXT, ScriptOutputType.VALUE, call.keys(), call.values());
        assertThat(Leases.attempt(key, waiter, answer)).isInstanceOf(Attempt.Busy.class);
        provider.release(held);
        Await.until("it is kept for it", () -> stored().isKeptFor(waiter));
        assertThat(stored().ttlMillis()).isEqualTo(Script.KEPT.toMillis());
        client.shutdown();
    }

    @Test
    void aProviderThatIsClosedLeavesNothingHanded() {
        Lease held = acquire();
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Subscription unused = startWaiting(other, TTL);
            provider.release(held);
            awaitWaking();
        }
        Await.until("what it was handed is free", () -> stored().isFree());
    }

    @Test
    void whoIsGoneCostsTheNextOneAMoment() {
        RedisClient client = RedisClient.create();
        Lease held = acquire();
        Subscription unused = startWaiting(
                RedisLockProvider.builder(client, RedisURI.create(server.uri())).build(), TTL);
        client.shutdown();
        Await.until(
                "the server knows that it is gone",
                () -> !server.commands().clientList().contains("cmd=subscribe"));
        OwnerId next = OwnerId.random();
        AtomicInteger nextWoken = new AtomicInteger();
        Subscription waiting = provider.await(key, next, nextWoken::incrementAndGet);
        assertThat(provider.tryAcquire(key, next, TTL)).isInstanceOf(Attempt.Busy.class);
        provider.release(held);
        Await.until("the lease was kept for it", () -> stored().isKeptFor(waiter));
        assertThat(stored().ttlMillis()).isEqualTo(Script.KEPT.toMillis());
        Await.until("the next one is told to look", () -> nextWoken.get() > 0);
        waiting.close();
    }

    @Test
    void whoMayNotBeCountedAsksInItsTurn() {
        server.commands().aclSetuser("default", AclSetuserArgs.Builder.removeCommand(CommandType.PUBSUB));
        try (RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = acquire();
            Subscription waiting = startWaiting(other, TTL);
            provider.release(held);
            awaitWaking();
            assertThat(stored().isKeptFor(waiter)).isTrue();
            Attempt.Granted granted = (Attempt.Granted) other.tryAcquire(key, waiter, TTL);
            waiting.close();
            assertThat(granted.age()).isZero();
        }
    }
}
