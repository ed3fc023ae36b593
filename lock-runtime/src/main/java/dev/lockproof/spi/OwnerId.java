package dev.lockproof.spi;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifies one acquisition: 128 random bits, never the name of a thread, process or host. Only the owner of a lease
 * renews or releases it.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record OwnerId(long high, long low) {

    /**
     * Makes an owner that no other acquisition has, in this process or another, unless one is a copy of the other.
     *
     * <p>Two mixed counters (SplitMix64: Steele, Lea and Flood, 2014) start at 128 securely random bits. Within a process
     * no id comes twice; two processes share one with a probability below 2<sup>-80</sup> after 2<sup>40</sup> acquisitions
     * each. An id is not a secret.
     *
     * <p>Copies of a running process, such as one snapshot that is restored twice (CRaC, SnapStart), go on with the same ids
     * if one was made before. They would take each other's leases for their own: make lock providers after the snapshot.
     *
     * @return a new owner
     */
    public static OwnerId random() {
        long n = Source.COUNT.getAndIncrement();
        return new OwnerId(
                Source.mix(Source.HIGH_SEED + n * Source.HIGH_STEP), Source.mix(Source.LOW_SEED + n * Source.LOW_STEP));
    }

    /** Shows the 128 bits as 32 hexadecimal digits, which is also how providers store an owner. */
    @Override
    public String toString() {
        char[] digits = new char[32];
        for (int i = 0; i < 16; i++) {
            digits[15 - i] = Character.forDigit((int) (high >>> (4 * i)) & 15, 16);
            digits[31 - i] = Character.forDigit((int) (low >>> (4 * i)) & 15, 16);
        }
        return new String(digits);
    }

    private static final class Source {

        static final AtomicLong COUNT = new AtomicLong();
        static final long HIGH_SEED;
        static final long LOW_SEED;

        /** Odd, so that the counters run through all 64-bit numbers, and different, so that the halves do not move together. */
        static final long HIGH_STEP = 0x9e3779b97f4a7c15L;

        static final long LOW_STEP = 0xd1342543de82ef95L;

        static {
            SecureRandom secure = new SecureRandom();
            HIGH_SEED = secure.nextLong();
            LOW_SEED = secure.nextLong();
        }

        static long mix(long z) {
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }
    }
}
