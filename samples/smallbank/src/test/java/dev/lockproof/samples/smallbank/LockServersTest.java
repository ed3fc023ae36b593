package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockTimeoutException;
import dev.lockproof.Locks;
import dev.lockproof.testservers.Await;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to the network before the servers of the locks reaches whoever asks for one, whoever told it the address. */
@Tag("extended")
@Timeout(120)
class LockServersTest {

    private static final String CUSTOMER = "Ada";
    private static final Duration DELAY = Duration.ofMillis(50);

    /** After so many choices each of them has been chosen. */
    private static final int ALL = 100;

    private final SplittableRandom random = new SplittableRandom(1);

    static Stream<Backend.Leases> inRedis() {
        return Arrays.stream(Backend.Leases.values()).filter(Backend.Leases::areInRedis);
    }

    @ParameterizedTest
    @MethodSource("inRedis")
    void nobodyGetsALockThroughANetworkThatIsCut(Backend.Leases leases) {
        assertThatNobodyGetsALock(leases, LockServers::cutNetwork);
    }

    @ParameterizedTest
    @MethodSource("inRedis")
    void nobodyGetsALockThroughANetworkThatSwallowsPackets(Backend.Leases leases) {
        assertThatNobodyGetsALock(leases, LockServers::silenceNetwork);
    }

    @ParameterizedTest
    @MethodSource("inRedis")
    void aLockThroughASlowNetworkTakesItsTime(Backend.Leases leases) {
        try (LockServers servers = LockServers.start(leases, true);
                Backend backend = connect(servers, leases)) {
            Bank bank = open(backend);
            deposit(bank);
            toAll(servers, server -> server.slowNetwork(DELAY));
            long begin = System.nanoTime();
            deposit(bank);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(DELAY.multipliedBy(2));
        }
    }

    private void assertThatNobodyGetsALock(Backend.Leases leases, Fault fault) {
        try (LockServers servers = LockServers.start(leases, true);
                Backend backend = connect(servers, leases)) {
            Bank bank = open(backend);
            deposit(bank);
            toAll(servers, fault);
            assertThatThrownBy(() -> deposit(bank))
                    .isInstanceOfAny(LockBackendException.class, LockTimeoutException.class);
            toAll(servers, LockServers::healNetwork);
            Await.until("locks are granted again", () -> deposits(bank));
        }
    }

    @FunctionalInterface
    private interface Fault {
        void happenTo(LockServers servers);
    }

    private void toAll(LockServers servers, Fault fault) {
        IntStream.range(0, ALL).forEach(i -> {
            servers.choose(random);
            fault.happenTo(servers);
        });
    }

    private static Backend connect(LockServers servers, Backend.Leases leases) {
        Addresses addresses = new Addresses("jdbc:h2:mem:" + UUID.randomUUID(), leases, servers.uris());
        return Backend.connect(addresses, "test", 1, LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(1)));
    }

    private static Bank open(Backend backend) {
        LockproofBank bank = new LockproofBank(backend.store(), backend.locks());
        backend.createMissingTables();
        bank.open(new Account(CUSTOMER, 1), 0, 0);
        return bank;
    }

    private static void deposit(Bank bank) {
        bank.depositChecking(CUSTOMER, 1);
    }

    /** May be asked again and again, by whoever waits for it. */
    private static boolean deposits(Bank bank) {
        Callable<Boolean> attempt = Locks.detached(() -> {
            deposit(bank);
            return true;
        });
        try {
            return attempt.call();
        } catch (LockBackendException | LockTimeoutException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
