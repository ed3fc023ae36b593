package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keys are any text: none may be cut, folded, interpreted or mixed up with another. */
interface HostileKeyContract extends ProviderTests {

    /** Longer than it takes to go through all keys. */
    Duration LONG_TTL = Duration.ofMinutes(5);

    /** Makes keys, each hostile in its way, that only this test uses. */
    static List<LockKey> hostileKeys() {
        String mine = OwnerId.random().toString();
        String long10k = mine + "x".repeat(10_000);
        List<String> texts = List.of(
                "",
                mine,
                mine + " ",
                " " + mine,
                mine + "a",
                mine + "A",
                mine + "\u00e9",
                mine + "e\u0301",
                mine + "\u00e4\u00df\u4e2d\u6587\u0627\u0644\u0639",
                mine + "\ud83d\udd12\ud83d\udc69\u200d\ud83d\udcbb",
                mine + "\u0000",
                mine + "\u0001\u0007\b\t\u001b[31m\u007f",
                mine + "\n",
                mine + "\r\n",
                mine + "\u2028\u202e",
                mine + "'",
                mine + "''; drop table lockproof_lease; --",
                mine + "\"",
                mine + "`",
                mine + "\\",
                mine + "{}",
                mine + "{a}:l",
                mine + "}",
                mine + "%",
                mine + "_",
                mine + "*?[a]",
                mine + ":$1 ${x} #{y} %s {0}",
                mine + "/../",
                long10k,
                long10k + "y");
        return texts.stream().map(LockKey::new).toList();
    }

    @TestFactory
    default List<DynamicTest> aHostileKeyIsAKey() {
        return hostileKeys().stream()
                .map(key -> DynamicTest.dynamicTest(key.toString(), () -> assertIsAKey(key)))
                .toList();
    }

    @Test
    default void hostileKeysAreNotMixedUp() {
        List<Lease> leases = new ArrayList<>();
        List<LockKey> keys = hostileKeys();
        keys.forEach(key -> leases.add(ProviderTests.granted(provider().tryAcquire(key, OwnerId.random(), LONG_TTL))));
        keys.forEach(
                key -> assertThat(isFree(otherProvider(), key)).as("%s", key).isFalse());
        leases.forEach(provider()::release);
        keys.forEach(key -> Eventually.until(key + " is free", () -> isFree(otherProvider(), key)));
    }

    private void assertIsAKey(LockKey key) {
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(provider(), key);
        assertThat(lease.key()).isEqualTo(key);
        Subscription subscription = waitFor(otherProvider(), key, OwnerId.random(), woken);
        assertThat(isFree(otherProvider(), key)).isFalse();
        assertThat(provider().renew(lease, TTL)).isTrue();
        Lease raised = ProviderTests.granted(provider().advance(lease, lease.token() + 10));
        provider().release(raised);
        Eventually.until("the waiter is woken", () -> woken.get() > 0);
        subscription.close();
        assertThat(isFree(provider(), key)).isTrue();
    }
}
