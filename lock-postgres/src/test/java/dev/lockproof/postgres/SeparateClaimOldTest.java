package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** A lock and its row in two statements, on the oldest server. */
class SeparateClaimOldTest extends SeparateClaimContract {

    SeparateClaimOldTest() {
        super(PostgresServer.sharedOld());
    }
}
