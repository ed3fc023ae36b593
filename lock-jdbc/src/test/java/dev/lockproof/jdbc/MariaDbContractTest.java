package dev.lockproof.jdbc;

class MariaDbContractTest extends JdbcStoreContract {

    MariaDbContractTest() {
        super(TestDatabase.Kind.MARIADB);
    }
}
