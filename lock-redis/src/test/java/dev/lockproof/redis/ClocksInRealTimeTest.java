package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockGrant;
import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.LockTimeoutException;
import dev.lockproof.Ticker;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.TcpProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Redlock while servers stop and go on, and clients contend, by clocks that differ in speed; {@link ClockDriftTest} shows the limits of
 * that in a time of its own.
 *
 * <p>Servers of one machine share its clock. One whose clock is fast is one that hears of a shorter time to live; a client whose
 * clock is slow has a slow ticker. What is compared is what clients believe by their own deadlines, whenever they look, so a busy
 * machine fails no test. The last two tests have servers with fast clocks indeed, where the developer has a libfaketime.
 */
@Tag("extended")
@Timeout(120)
class ClocksInRealTimeTest {

    private static final int SERVERS = 5;
    private static final String FAKETIME = "LOCKPROOF_TEST_FAKETIME";
    private static final String NO_FAKETIME = FAKETIME + " does not name a libfaketime.so.1";

    /** From here on the safety margin is no more than 2 %; shorter leases have a larger one, for their length. */
    private static final Duration SHORT = Duration.ofMillis(2_500);

    /** One per cent of it is long enough to acquire a lock in. */
    private static final Duration LONG = Duration.ofSeconds(6);

    /** How many times a client locks to begin with. */
    private static final int ROUNDS = 50;

    /** How many leases clients get that contend. */
    private static final int ENOUGH = 25;

    private final EntityStore store = InMemoryStore.create();
    private final List<RedisServer> servers = new ArrayList<>();
    private final List<TcpProxy> networks = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    /** A process with a clock of its own. */
    private record Client(LockService locks, AccountRepository accounts, double speed) {

        /** Gives until when it believes, by the machine's clock; or a little less, where it is paused meanwhile. */
        long believesUntil(LockGrant grant) {
            long now = System.nanoTime();
            return now + Math.round(grant.remaining().toNanos() / speed);
        }
    }

    /** A client believed that it had the lock. */
    private record Belief(long token, long from, long until) {}

    @AfterEach
    void stop() {
        servers.forEach(RedisServer::resume);
        clients.forEach(client -> client.locks().close());
        networks.forEach(TcpProxy::close);
        servers.forEach(RedisServer::close);
    }

    private void startServers(Duration ttl, double... speeds) {
        for (double speed : speeds) {
            RedisServer server = RedisServer.start(RedisServer.Version.NEW);
            TcpProxy network = TcpProxy.to(server.port());
            network.rewrite(argument(ttl.toMillis()), argument((long) (ttl.toMillis() / speed)));
            servers.add(server);
            networks.add(network);
        }
    }

    /** A whole argument of a command. */
    private static String argument(long number) {
        return "\r\n" + number + "\r\n";
    }

    private void startServersOfFaketime(double speed) {
        for (int i = 0; i < SERVERS; i++) {
            servers.add(RedisServer.startWithClock(System.getenv(FAKETIME), speed));
            networks.add(TcpProxy.to(servers.get(i).port()));
        }
    }

    private Client connect(Duration ttl, double speed) {
        List<String> uris = networks.stream()
                .map(network -> "redis://127.0.0.1:" + network.port())
                .toList();
        RedlockProvider provider = RedlockProvider.builder(
                        uris.get(0), uris.get(1), uris.get(2), uris.get(3), uris.get(4))
                .serverTimeout(Duration.ofMillis(500))
                .build();
        long start = System.nanoTime();
        Ticker ticker = () -> start + Math.round((System.nanoTime() - start) * speed);
        LockService locks = LockService.builder(provider)
                .ticker(ticker)
                .options(LockOptions.DEFAULTS.withTtl(ttl).withTimeout(Duration.ofSeconds(1)))
                .build();
        Client client = new Client(locks, new AccountRepository(store, locks), speed);
        clients.add(client);
        return client;
    }

    @Test
    @EnabledIfEnvironmentVariable(named = FAKETIME, matches = ".+", disabledReason = NO_FAKETIME)
    void twoNeverBelieveWhileTheClocksOfServersAreFastByOnePerCent() {
        startServersOfFaketime(1.01);
        Client holder = connect(LONG, 1);
        Client next = connect(LONG, 1);
        warmUp(holder, next);
        try (LockedAccount held = lockWhileOneIsAway(holder)) {
            assertThat(believesWhileTheNextDoes(held, next)).isFalse();
        }
    }

    /** The holder counts from before it asked: a first acquisition, which is slow, would hide what clocks do. */
    private static void warmUp(Client... clients) {
        clients[0].accounts().save(new Account("a", "Ann", 100));
        for (int i = 0; i < ROUNDS; i++) {
            for (Client client : clients) {
                client.accounts().lock("a").close();
            }
        }
    }

    /** The last server is away at first, and another one when the next client asks: any two majorities are to share one. */
    private LockedAccount lockWhileOneIsAway(Client holder) {
        servers.get(SERVERS - 1).kill();
        LockedAccount held = holder.accounts().lock("a");
        servers.get(SERVERS - 1).restart();
        servers.get(0).kill();
        return held;
    }

    private static boolean believesWhileTheNextDoes(LockedAccount held, Client next) {
        return elsewhere(() -> {
            try (LockedAccount later = lockAtOnce(next)) {
                return held.lock().isHeld() && later.lock().isHeld();
            }
        });
    }

    /** Asks all the time, so as to have the lock as early as possible. */
    private static LockedAccount lockAtOnce(Client client) {
        while (true) {
            try {
                LockedAccount locked = client.accounts().tryLock("a");
                if (locked != null) {
                    return locked;
                }
            } catch (LockBackendException e) {
                assertThat(e).hasMessageContaining("servers answered");
            }
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = FAKETIME, matches = ".+", disabledReason = NO_FAKETIME)
    void clocksOfServersThatAreMuchTooFastLetTwoBelieveAndTheStoreRefusesTheEarlier() {
        startServersOfFaketime(2.5);
        assertTheStoreDecides();
    }

    private void assertTheStoreDecides() {
        Client holder = connect(LONG, 1);
        Client next = connect(LONG, 1);
        warmUp(holder, next);
        try (LockedAccount stale = lockWhileOneIsAway(holder)) {
            stale.deposit(1);
            boolean bothBelieve = elsewhere(() -> {
                try (LockedAccount later = lockAtOnce(next)) {
                    boolean believes = stale.lock().isHeld();
                    later.deposit(10);
                    next.accounts().save(later);
                    return believes;
                }
            });
            assertThat(bothBelieve).as("the model's limits are left").isTrue();
            assertThatThrownBy(() -> holder.accounts().save(stale)).isInstanceOf(LockLostException.class);
        }
        assertThat(holder.accounts().require("a").getBalance()).isEqualTo(110);
    }

    /** Many clients, servers that stop and go on one at a time, and clocks that differ in speed by one per cent at most. */
    @Test
    void twoNeverBelieveWhileOneServerIsAwayAndClocksDiffer() throws Exception {
        startServers(SHORT, 1.005, 0.995, 1, 1.003, 0.998);
        List<Belief> beliefs = Collections.synchronizedList(new ArrayList<>());
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (double speed : new double[] {1.005, 0.995, 0.998, 1}) {
            Client client = connect(SHORT, speed);
            tasks.add(new FutureTask<>(() -> {
                while (beliefs.size() < ENOUGH) {
                    contend(client, beliefs);
                }
                return null;
            }));
        }
        clients.get(0).accounts().save(new Account("a", "Ann", 0));
        tasks.forEach(task -> new Thread(task, "client").start());
        for (int i = 0; beliefs.size() < ENOUGH; i++) {
            RedisServer away = servers.get(i % SERVERS);
            away.pause();
            parkMillis(300 + i % 3 * 400);
            away.resume();
            parkMillis(50);
        }
        for (FutureTask<Void> task : tasks) {
            task.get(60, TimeUnit.SECONDS);
        }
        List<Belief> sorted =
                beliefs.stream().sorted(Comparator.comparingLong(Belief::token)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(sorted.get(i).token()).isGreaterThan(sorted.get(i - 1).token());
            assertThat(sorted.get(i).from() - sorted.get(i - 1).until())
                    .as("nanoseconds from the end of one belief to the beginning of the next")
                    .isPositive();
        }
        assertThat(clients.get(0).accounts().require("a").getBalance()).isEqualTo(sorted.size());
    }

    private static void contend(Client client, List<Belief> beliefs) {
        @Nullable LockedAccount locked = lockOrGiveUp(client);
        if (locked == null) {
            return;
        }
        try (locked) {
            long from = System.nanoTime();
            long until = client.believesUntil(locked.lock());
            locked.deposit(1);
            client.accounts().save(locked);
            boolean releases = ThreadLocalRandom.current().nextInt(6) != 0;
            while (locked.lock().isHeld()
                    && !(releases && ThreadLocalRandom.current().nextInt(20) == 0)) {
                parkMillis(1);
            }
            long now = System.nanoTime();
            beliefs.add(new Belief(locked.lock().token(), from, now - until < 0 ? now : until));
        }
    }

    private static @Nullable LockedAccount lockOrGiveUp(Client client) {
        try {
            return client.accounts().lock("a");
        } catch (LockTimeoutException | LockBackendException e) {
            return null; // the others were faster, or a server did not answer
        }
    }

    private static <V> V elsewhere(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        new Thread(task, "next").start();
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The other thread failed", e);
        }
    }

    private static void parkMillis(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
