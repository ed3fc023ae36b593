package dev.lockproof.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.Query;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that don't fit into memory together. */
class StreamTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;
    private static final int ROWS = 1_000;
    private static final int CHARACTERS = 1 << 16;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES", "MARIADB", "MYSQL"})
    void moreThanTheMemoryHoldsIsStreamed(TestDatabase.Kind kind) throws IOException, InterruptedException {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            String large = "x".repeat(CHARACTERS);
            for (int from = 0; from < ROWS; from += 100) {
                store.insertAll(
                        ACCOUNT,
                        IntStream.range(from, from + 100)
                                .mapToObj(i -> ACCOUNT.row(new Account("id" + i, large, i)))
                                .toList());
            }
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx36m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reader.class.getName(),
                            database.url())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(reader.getInputStream().readAllBytes(), UTF_8);
            assertThat(reader.waitFor()).as(output).isZero();
        }
    }

    /** Reads all rows, twice, in a JVM with too little memory for them. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) {
            String url = arguments[0];
            JdbcStore store =
                    JdbcStore.of(TestDatabase.pool(url.startsWith("jdbc:mysql:") ? url + "&useCursorFetch=true" : url));
            read(store);
            store.inTransaction(() -> read(store));
        }

        private static void read(JdbcStore store) {
            try (Stream<Row> rows = store.stream(ACCOUNT, Query.all())) {
                long characters = rows.mapToLong(
                                row -> row.require(AccountFields.OWNER).length())
                        .sum();
                if (characters != (long) ROWS * CHARACTERS) {
                    throw new IllegalStateException("Read " + characters + " characters");
                }
            }
        }
    }
}
