package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URI says of how long a server may take to answer. */
class UrisTest {

    /** A minute is what Lettuce takes where a URI has none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "redis://host?timeout=60s 60000",
                "redis://host/3?clientName=till&timeout=1m 60000",
                "redis://host?Timeout=60000 60000",
                "redis-sentinel://one,two/0?timeout=60s#primary 60000",
                "redis://host?timeout=2s 2000"
            })
    void aTimeoutInAUriCountsWhateverItIs(String uri, long millis) {
        assertThat(Uris.timeoutIn(uri)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://host",
                "redis://host/3?clientName=till",
                "redis://user:a&timeout=60s@host",
                "redis-sentinel://one,two/0#primary"
            })
    void noneInAUriIsNone(String uri) {
        assertThat(Uris.timeoutIn(uri)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "", "5sec", "-1s", "2 s", "1.5s"})
    void whatIsNoTimeIsRefused(String timeout) {
        assertThatThrownBy(() -> Uris.timeoutIn("redis://host?timeout=" + timeout.replace(" ", "%20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + timeout + "'")
                .hasMessageContaining("timeout=2s");
    }

    @Test
    void aMinuteOfAUriThatWasReadIsNone() {
        assertThat(Uris.timeoutOf(RedisURI.create("redis://host"))).isNull();
        assertThat(Uris.timeoutOf(RedisURI.create("redis://host?timeout=2s"))).isEqualTo(Duration.ofSeconds(2));
    }
}
