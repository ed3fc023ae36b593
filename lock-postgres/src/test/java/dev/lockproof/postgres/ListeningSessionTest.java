package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.testservers.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a session that listens leaves to whoever gets the connections of its pool after it. */
@Timeout(60)
class ListeningSessionTest {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final HikariDataSource pool = Servers.pool(PostgresServer.shared().createDatabase(), 1);

    @AfterEach
    void close() {
        pool.close();
    }

    private String server() {
        return Servers.query(pool, "SELECT pg_backend_pid()").get(0);
    }

    @Test
    void nobodyGetsASessionThatListens() throws SQLException {
        String first = server();
        try (ListeningSession session = ListeningSession.open(pool, "channel")) {
            assertThat(session.listen(TIMEOUT_MILLIS)).isTrue();
        }
        assertThat(Servers.query(pool, "SELECT pg_listening_channels()")).isEmpty();
        assertThat(server()).isNotEqualTo(first);
    }

    @Test
    void whoHearsIsCutOff() throws SQLException {
        try (ListeningSession session = ListeningSession.open(pool, "channel")) {
            session.listen(TIMEOUT_MILLIS);
            session.cutOff();
            session.cutOff();
            assertThatThrownBy(() -> session.hear(TIMEOUT_MILLIS)).isInstanceOf(SQLException.class);
        }
        assertThat(server()).isNotEmpty();
    }

    /** Not even when the provider is closed at that moment. */
    @Test
    void aConnectionThatDoesNotListenStaysWhole() throws SQLException {
        String first = server();
        try (ListeningSession session = ListeningSession.open(pool, "channel")) {
            session.cutOff();
        }
        assertThat(server()).isEqualTo(first);
    }
}
