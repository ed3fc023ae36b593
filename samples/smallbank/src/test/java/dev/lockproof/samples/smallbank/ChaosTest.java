package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Four processes on one PostgreSQL, while processes are killed and stopped past the end of their leases, connections are cut
 * and the server is killed. {@code -Dsmallbank.seconds=3600} makes an hour of it.
 */
class ChaosTest {

    private final StringWriter out = new StringWriter();

    @AfterEach
    void show() {
        System.out.println(out);
    }

    @Test
    void everyCentIsThereWhateverHappens() {
        int exitCode = SmallBank.commandLine()
                .setOut(new PrintWriter(out))
                .execute(
                        "--store=postgres",
                        "--locks=postgres",
                        "--processes=4",
                        "--threads=4",
                        "--customers=1000",
                        "--hotspot=20",
                        "--seconds=" + Integer.getInteger("smallbank.seconds", 100),
                        "--chaos");

        assertThat(out.toString())
                .contains("The invariant holds: every cent is there.")
                .contains("chaos: kills smallbank-process-")
                .contains("chaos: stops smallbank-process-")
                .contains("chaos: lets smallbank-process-")
                .contains("chaos: cuts ")
                .contains("chaos: kills the database server");
        assertThat(exitCode).isZero();
    }
}
