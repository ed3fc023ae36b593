package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** A lock and its row in one statement, on the newest server. */
class JoinedClaimTest extends JoinedClaimContract {

    JoinedClaimTest() {
        super(PostgresServer.shared());
    }
}
