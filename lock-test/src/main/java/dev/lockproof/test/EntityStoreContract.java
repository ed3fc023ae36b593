package dev.lockproof.test;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.test.entities.SeatMapping;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every store must do. Extend it in a test class, and give it the store:
 *
 * <pre>{@code
 * class MyStoreTest extends EntityStoreContract {
 *     @Override
 *     protected EntityStore createStore(List<EntityMapping<?, ?, ?, ?>> mappings) {
 *         MyStore store = MyStore.of(database);
 *         store.dropAndCreateTables(mappings);
 *         return store;
 *     }
 * }
 * }</pre>
 *
 * <p>The tests are about fences, transactions, queries, values, ids and concurrency. They use up to 8 threads at once, each
 * with a transaction of its own.
 */
@Timeout(60)
public abstract class EntityStoreContract
        implements FenceContract,
                ResurrectionContract,
                TransactionContract,
                TransactionHookContract,
                RowLockContract,
                ConditionContract,
                QueryContract,
                PageContract,
                PageValueContract,
                ValueContract,
                IdContract,
                BatchContract,
                VerifyContract,
                RepositoryContract,
                ConcurrencyContract {

    private EntityStore store;

    /** Makes the tests. */
    protected EntityStoreContract() {}

    /**
     * Makes a store. Called before each test.
     *
     * @param mappings the entities of the tests; each must have a table without rows
     * @return the store
     */
    protected abstract EntityStore createStore(List<EntityMapping<?, ?, ?, ?>> mappings);

    @Override
    public final EntityStore store() {
        return store;
    }

    @BeforeEach
    final void prepareStore() {
        store = createStore(List.of(AccountMapping.INSTANCE, SeatMapping.INSTANCE, SampleMapping.INSTANCE));
    }
}
