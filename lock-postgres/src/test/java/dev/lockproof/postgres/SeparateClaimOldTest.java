package dev.lockproof.postgres;

import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.Tag;

/** A lock and its row in two statements, on the oldest server. */
@Tag("extended")
class SeparateClaimOldTest extends SeparateClaimContract {

    SeparateClaimOldTest() {
        super(PostgresServer.sharedOld());
    }
}
