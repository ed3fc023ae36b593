package dev.lockproof.jdbc;

class OldPostgresContractTest extends JdbcStoreContract {

    OldPostgresContractTest() {
        super(TestDatabase.Kind.OLD_POSTGRES);
    }
}
