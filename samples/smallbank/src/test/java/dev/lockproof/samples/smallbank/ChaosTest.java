package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(run("redis", 4, 34)).isZero();
        assertThatAllHappened();
        assertThatAllHappenedToTheNetwork();
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

    @Tag("extended")
    @ParameterizedTest
    @ValueSource(strings = {"redis-sentinel", "redis-cluster", "redlock"})
    void everyCentIsThereWhateverHappensToOneOfTheServersOfTheLocks(String locks) {
        assertThat(run(locks, 2, 36)).isZero();
        assertThatAllHappened();
        assertThatAllHappenedToTheNetwork();
        assertThat(out.toString())
                .contains("chaos: kills a lock server, which comes back with its data")
                .contains("chaos: lets the lock server go on");
    }

    private void assertThatAllHappenedToTheNetwork() {
        assertThat(out.toString())
                .contains("chaos: lets the network to a lock server take 100 ms each way")
                .contains("chaos: lets the network be fast again")
                .contains("chaos: cuts the network to a lock server")
                .contains("chaos: lets the network work again")
                .contains("chaos: lets the network to a lock server swallow packets")
                .contains("chaos: lets packets arrive again");
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
