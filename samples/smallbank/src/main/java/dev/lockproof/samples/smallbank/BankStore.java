package dev.lockproof.samples.smallbank;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.spi.EntityStore;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the rows are, and the connections to it, if any. */
record BankStore(EntityStore store, @Nullable HikariDataSource pool) implements AutoCloseable {

    /** The stores that the sample can use. */
    enum Kind {
        MEMORY,
        H2,
        POSTGRES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static BankStore open(Kind kind, @Nullable String url, int threads) {
        if (kind == Kind.MEMORY) {
            return new BankStore(InMemoryStore.create(), null);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url == null ? "jdbc:h2:mem:smallbank" : url);
        config.setMaximumPoolSize(threads + 1);
        HikariDataSource pool = new HikariDataSource(config);
        return new BankStore(JdbcStore.of(pool), pool);
    }

    /** A program that lives longer than this one keeps its tables in a migration tool. */
    void createMissingTables() {
        if (store instanceof JdbcStore jdbc) {
            jdbc.createMissingTables();
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
