package dev.lockproof.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("extended")
class OldPostgresContractTest extends JdbcStoreContract {

    OldPostgresContractTest() {
        super(TestDatabase.Kind.OLD_POSTGRES);
    }
}
