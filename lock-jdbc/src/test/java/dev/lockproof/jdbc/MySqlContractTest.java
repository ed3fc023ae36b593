package dev.lockproof.jdbc;

class MySqlContractTest extends JdbcStoreContract {

    MySqlContractTest() {
        super(TestDatabase.Kind.MYSQL);
    }
}
