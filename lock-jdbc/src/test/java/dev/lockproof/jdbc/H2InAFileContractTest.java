package dev.lockproof.jdbc;

class H2InAFileContractTest extends JdbcStoreContract {

    H2InAFileContractTest() {
        super(TestDatabase.Kind.H2_IN_A_FILE);
    }
}
