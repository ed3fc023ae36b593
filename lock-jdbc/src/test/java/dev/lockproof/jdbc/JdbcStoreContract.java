package dev.lockproof.jdbc;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.test.EntityStoreContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of stores, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JdbcStoreContract extends EntityStoreContract {

    private final TestDatabase database;

    JdbcStoreContract(TestDatabase.Kind kind) {
        this.database = TestDatabase.create(kind);
    }

    @Override
    protected EntityStore createStore(List<EntityMapping<?, ?, ?, ?>> mappings) {
        return database.emptyStore(mappings);
    }

    @AfterAll
    void close() {
        database.close();
    }
}
