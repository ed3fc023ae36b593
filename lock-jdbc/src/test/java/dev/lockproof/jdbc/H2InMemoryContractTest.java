package dev.lockproof.jdbc;

class H2InMemoryContractTest extends JdbcStoreContract {

    H2InMemoryContractTest() {
        super(TestDatabase.Kind.H2_IN_MEMORY);
    }
}
