package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomersTest {

    @Test
    void nineOutOfTenAreFromTheHotSpot() {
        Customers customers = new Customers(1_000, 1, new SplittableRandom(1));
        long hot = IntStream.range(0, 100_000)
                .filter(i -> customers.one().equals(Customers.name(0)))
                .count();
        assertThat(hot / 1_000.0).isCloseTo(90, within(1.0));
    }

    @Test
    void aPairIsNeverTheSameCustomerTwice() {
        Customers customers = new Customers(2, 2, new SplittableRandom(1));
        IntStream.range(0, 1_000)
                .mapToObj(i -> customers.pair())
                .forEach(pair -> assertThat(pair.first()).isNotEqualTo(pair.second()));
    }
}
