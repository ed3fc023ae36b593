package dev.lockproof.memory;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.test.EntityStoreContract;
import java.util.List;

class InMemoryStoreContractTest extends EntityStoreContract {

    @Override
    protected EntityStore createStore(List<EntityMapping<?, ?, ?, ?>> mappings) {
        return InMemoryStore.create();
    }
}
