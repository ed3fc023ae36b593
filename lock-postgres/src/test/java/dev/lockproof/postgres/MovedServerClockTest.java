package dev.lockproof.postgres;

import dev.lockproof.testservers.FaketimeServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.opentest4j.TestAbortedException;

/** The clock of the server itself. */
class MovedServerClockTest extends MovedClockContract {

    private static FaketimeServer server;

    private final String url = server.createDatabase();

    @BeforeAll
    static void startServer() {
        server = FaketimeServer.start().orElseThrow(() -> new TestAbortedException(FaketimeServer.HOW_TO_NAME_IT));
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String url() {
        return url;
    }

    @Override
    void move(Duration by) {
        server.move(by);
    }
}
