package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four processes on one PostgreSQL, while processes are killed and stopped past the end of their leases, connections are cut
 * and the servers are stopped and killed. {@code -Dsmallbank.seconds=3600} makes an hour of it for each kind of lock.
 */
class ChaosTest {

    private final StringWriter out = new StringWriter();

    @AfterEach
    void show() {
        System.out.println(out);
    }

    @ParameterizedTest
    @CsvSource({"postgres, 75", "redis, 45"})
    void everyCentIsThereWhateverHappens(String locks, int seconds) {
        int exitCode = SmallBank.commandLine()
                .setOut(new PrintWriter(out))
                .execute(
                        "--store=postgres",
                        "--locks=" + locks,
                        "--processes=4",
                        "--threads=4",
                        "--customers=1000",
                        "--hotspot=20",
                        "--seconds=" + Integer.getInteger("smallbank.seconds", seconds),
                        "--chaos");

        assertThat(out.toString())
                .contains("The invariant holds: every cent is there.")
                .contains("chaos: kills smallbank-process-")
                .contains("chaos: stops smallbank-process-")
                .contains("chaos: lets smallbank-process-")
                .contains("chaos: cuts ")
                .contains("chaos: kills the database server");
        if (locks.equals("redis")) {
            assertThat(out.toString())
                    .contains("chaos: stops the lock server")
                    .contains("chaos: lets the lock server go on")
                    .contains("chaos: lets the lock server forget")
                    .contains("chaos: cuts all connections to the lock server");
        }
        assertThat(exitCode).isZero();
    }
}
