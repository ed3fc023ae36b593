package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four processes on one PostgreSQL, while processes are killed and stopped past the end of their leases, connections are cut,
 * the servers are stopped and killed, and the clock of the leases is moved. {@code -Dsmallbank.seconds=3600} makes an hour of it for each kind of lock.
 */
class ChaosTest {

    private final StringWriter out = new StringWriter();

    @AfterEach
    void show() {
        System.out.println(out);
    }

    @Test
    void everyCentIsThereWhateverHappens() {
        assertThat(run("postgres", 4, 17)).isZero();
        assertThatAllHappened();
        assertThat(out.toString())
                .contains("chaos: sets the database's clock ahead")
                .contains("chaos: sets the database's clock back");
    }

    @Tag("extended")
    @Test
    void everyCentIsThereWhateverHappensWithLocksInRedis() {
        assertThat(run("redis", 4, 30)).isZero();
        assertThatAllHappened();
        assertThat(out.toString())
                .contains("chaos: stops a lock server")
                .contains("chaos: lets the lock server go on")
                .contains("chaos: kills a lock server, which comes back with its data")
                .contains("chaos: lets a lock server forget who holds what")
                .contains("chaos: cuts all connections to a lock server")
                .containsPattern("chaos: deletes \\d+ locks by hand")
                .contains("chaos: lets a lock server forget the scripts")
                .contains("with the data of an earlier crash");
    }

    private void assertThatAllHappened() {
        assertThat(out.toString())
                .contains("The invariant holds: every cent is there.")
                .contains("chaos: kills smallbank-process-")
                .contains("chaos: stops smallbank-process-")
                .contains("chaos: lets smallbank-process-")
                .contains("chaos: cuts ")
                .contains("chaos: kills the database server")
                .doesNotContain("chaos: 0 x ");
    }

    /** What happens to the servers of the locks comes first where there are several. */
    @Tag("extended")
    @ParameterizedTest
    @CsvSource({"redis-sentinel, 6", "redis-cluster, 6", "redlock, 6"})
    void everyCentIsThereWhenAServerOfTheLocksIsGone(String locks, int seconds) {
        assertThat(run(locks, 2, seconds)).isZero();
        assertThat(out.toString())
                .contains("The invariant holds: every cent is there.")
                .contains("chaos: kills a lock server, which comes back with its data")
                .contains("chaos: lets the lock server go on");
    }

    private int run(String locks, int processes, int seconds) {
        return SmallBank.commandLine()
                .setOut(new PrintWriter(out))
                .execute(
                        "--store=postgres",
                        "--locks=" + locks,
                        "--processes=" + processes,
                        "--threads=4",
                        "--customers=1000",
                        "--hotspot=20",
                        "--seconds=" + Integer.getInteger("smallbank.seconds", seconds),
                        "--chaos");
    }
}
