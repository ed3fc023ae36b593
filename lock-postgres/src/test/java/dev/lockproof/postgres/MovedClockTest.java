package dev.lockproof.postgres;

import dev.lockproof.testservers.MovableClock;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;

/** A clock that is laid over that of the server, for which nothing needs to be installed. */
class MovedClockTest extends MovedClockContract {

    private final String url = PostgresServer.shared().createDatabase();
    private final MovableClock clock = MovableClock.over(url);

    @Override
    String url() {
        return url;
    }

    @Override
    void move(Duration by) {
        clock.move(by);
    }
}
