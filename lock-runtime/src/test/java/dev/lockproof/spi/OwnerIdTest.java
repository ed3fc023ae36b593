package dev.lockproof.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OwnerIdTest {

    @Test
    void noOwnerComesTwice() {
        Set<OwnerId> owners = new HashSet<>();
        IntStream.range(0, 100_000).forEach(i -> owners.add(OwnerId.random()));
        assertThat(owners).hasSize(100_000);
    }

    @Test
    void everyBitIsRandom() {
        long[] high =
                LongStream.generate(() -> OwnerId.random().high()).limit(4_000).toArray();
        long[] low =
                LongStream.generate(() -> OwnerId.random().low()).limit(4_000).toArray();
        for (int bit = 0; bit < 64; bit++) {
            long mask = 1L << bit;
            assertThat(LongStream.of(high).filter(n -> (n & mask) != 0).count()).isBetween(1_700L, 2_300L);
            assertThat(LongStream.of(low).filter(n -> (n & mask) != 0).count()).isBetween(1_700L, 2_300L);
        }
    }

    @Test
    void anOwnerIsThirtyTwoDigits() {
        assertThat(new OwnerId(0x0123456789abcdefL, 0xfedcba9876543210L))
                .hasToString("0123456789abcdeffedcba9876543210");
        assertThat(new OwnerId(0, 1)).hasToString("00000000000000000000000000000001");
    }
}
