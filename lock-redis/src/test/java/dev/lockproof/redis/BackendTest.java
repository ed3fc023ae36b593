package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a connection is opened whose server hangs up at once. */
class BackendTest {

    private static RedisConnectionException failure(Throwable cause) {
        return new RedisConnectionException("Unable to connect", cause);
    }

    private static RedisConnectionException unexplained() {
        return failure(new IllegalStateException("RedisHandshakeHandler not registered"));
    }

    @Test
    void aServerThatHungUpBeforeLettuceHeardWhyIsAskedAgain() {
        RedisConnectionException why = failure(new RedisCommandExecutionException("NOAUTH"));
        Iterator<RedisConnectionException> failures =
                List.of(unexplained(), why).iterator();
        assertThatThrownBy(() -> Backend.explained(() -> {
                    throw failures.next();
                }))
                .isSameAs(why);
    }

    @Test
    void aServerThatAlwaysDoesIsAskedThreeTimes() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> Backend.explained(() -> {
                    attempts.incrementAndGet();
                    throw unexplained();
                }))
                .hasRootCauseMessage("RedisHandshakeHandler not registered");
        assertThat(attempts).hasValue(3);
    }
}
