package dev.lockproof.jdbc;

class PostgresContractTest extends JdbcStoreContract {

    PostgresContractTest() {
        super(TestDatabase.Kind.POSTGRES);
    }
}
