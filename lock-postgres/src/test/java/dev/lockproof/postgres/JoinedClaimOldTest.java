package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** A lock and its row in one statement, on the oldest server. */
class JoinedClaimOldTest extends JoinedClaimContract {

    JoinedClaimOldTest() {
        super(PostgresServer.sharedOld());
    }
}
