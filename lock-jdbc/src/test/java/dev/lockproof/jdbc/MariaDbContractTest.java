package dev.lockproof.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("extended")
class MariaDbContractTest extends JdbcStoreContract {

    MariaDbContractTest() {
        super(TestDatabase.Kind.MARIADB);
    }
}
