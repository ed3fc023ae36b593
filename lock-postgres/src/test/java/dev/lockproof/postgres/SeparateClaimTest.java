package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;

/** A lock and its row in two statements, on the newest server. */
class SeparateClaimTest extends SeparateClaimContract {

    SeparateClaimTest() {
        super(PostgresServer.shared());
    }
}
