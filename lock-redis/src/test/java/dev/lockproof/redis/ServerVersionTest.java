package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that speak Redis' protocol call their versions as they like. */
class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({"7.0.15, 7.0", "6.2, 6.2", "6, 6.0", "7.4-rc1, 7.4", "8.0.0-beta, 8.0", "255.255.255, 255.255"})
    void isTheFirstTwoNumbers(String text, String version) {
        assertThat(ServerVersion.parse(text)).hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unstable", "v7.0", "99999999999.1"})
    void isUnknownWhereItIsNone(String text) {
        assertThat(ServerVersion.parse(text)).isNull();
    }

    @Test
    void isUnknownWhereNothingIsSaid() {
        assertThat(ServerVersion.parse(null)).isNull();
    }

    @Test
    void isComparedByNumbers() {
        assertThat(new ServerVersion(6, 10)).isGreaterThan(new ServerVersion(6, 9));
        assertThat(new ServerVersion(10, 0)).isGreaterThan(new ServerVersion(9, 9));
    }
}
