package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallBankTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCentIsThereWhenThreadsMeetOnTheSameRows() {
        int exitCode = run("--customers", "20", "--hotspot", "3", "--threads", "8", "--seconds", "2");

        assertThat(out.toString()).contains("The invariant holds: every cent is there.");
        assertThat(exitCode).isZero();
    }

    @Test
    void withoutLocksTheMoneyDoesNotAddUp() {
        int exitCode = run("--unsafe", "--customers", "20", "--hotspot", "3", "--threads", "8", "--seconds", "2");

        assertThat(out.toString()).contains("THE INVARIANT IS BROKEN: ");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void printsProgressAndATableOfAllProcedures() {
        run("--customers", "200", "--hotspot", "25%", "--seconds", "1", "--seed", "7");

        assertThat(out.toString())
                .contains("loaded 200 of 200 customers")
                .contains("50 of them are hot; 8 threads for 1 s; seed 7")
                .containsPattern("1 of 1 s +[\\d,]+ procedures");
        for (Procedure procedure : Procedure.values()) {
            assertThat(out.toString()).containsPattern(procedure.title() + " +" + procedure.percent() + "% +[\\d,]+ ");
        }
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--customers", "--threads", "--seconds", "--hotspot", "--store", "--locks", "--seed")
                .contains("--url", "--locks-uri", "--processes", "--chaos", "--unsafe", "Exit code")
                .doesNotContain("--worker");
    }

    @ParameterizedTest
    @CsvSource({
        "--customers, 1, --customers is 1: give at least 2.",
        "--threads, 0, --threads is 0: give at least 1.",
        "--seconds, -3, --seconds is -3: give at least 1.",
        "--seconds, soon, Invalid value for option '--seconds': 'soon' is not an int",
        "--hotspot, 20000, '--hotspot is 20000, which makes 20000 of 10000 customers: give at least 1 and at most'",
        "--hotspot, 0%, '--hotspot is 0%, which makes 0 of 10000 customers'",
        "--hotspot, many, neither a number of customers",
        "--store, oracle, Invalid value for option '--store': expected one of [MEMORY",
        "--locks, oracle, Invalid value for option '--locks': expected one of [MEMORY",
        "--processes, 0, --processes is 0: give at least 1.",
        "--processes, 4, --processes 4 needs rows and locks that processes can share: add --store postgres",
        "--locks, postgres, --locks postgres needs a PostgreSQL database: add --store postgres.",
        "--locks, redis, --locks redis is for rows that processes share: add --store postgres.",
        "--locks, redis-cluster, --locks redis-cluster is for rows that processes share: add --store postgres.",
        "--locks-uri, redis://x, '--locks-uri is the address of a Redis, and the locks are not there'",
        "--url, jdbc:h2:mem:x, '--url is the address of a database, and the rows are in memory'",
        "--bank, x, Unknown options: '--bank'"
    })
    void aWrongArgumentIsRefusedWithTheFix(String option, String value, String message) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(message).contains("--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void chaosNeedsWhatProcessesCanShare() {
        assertThat(run("--chaos", "--store", "postgres")).isEqualTo(2);
        assertThat(err.toString()).contains("--chaos needs rows and locks that processes can share");
    }

    @Test
    void redlockNeedsThreeServers() {
        assertThat(run("--store=postgres", "--locks=redlock", "--locks-uri=redis://a redis://b"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--locks redlock needs three servers or more");
    }

    @Test
    void withoutLocksThereIsOnlyMemory() {
        assertThat(run("--unsafe", "--store", "h2")).isEqualTo(2);
        assertThat(err.toString()).contains("--unsafe is for one process and its memory");
    }

    @Test
    void everyCentIsInTheFileWhenThreadsMeetOnTheSameRows(@TempDir Path folder) {
        String[] arguments = {
            "--store=h2", "--url=jdbc:h2:" + folder.resolve("bank"), "--customers=20", "--hotspot=3", "--seconds=2"
        };

        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).contains("The invariant holds: every cent is there.");
        assertThat(folder.resolve("bank.mv.db")).isNotEmptyFile();

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains("holds accounts already");
    }

    private int run(String... arguments) {
        return SmallBank.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
