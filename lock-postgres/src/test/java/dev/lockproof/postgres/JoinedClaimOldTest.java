package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.Tag;

/** A lock and its row in one statement, on the oldest server. */
@Tag("extended")
class JoinedClaimOldTest extends JoinedClaimContract {

    JoinedClaimOldTest() {
        super(PostgresServer.sharedOld());
    }
}
