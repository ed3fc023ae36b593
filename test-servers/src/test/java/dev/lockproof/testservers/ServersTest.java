package dev.lockproof.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServersTest {

    @Test
    void bothPostgresServersAnswer() throws SQLException {
        assertThat(query(PostgresServer.shared().createDatabase(), "select version()"))
                .startsWith("PostgreSQL ");
        assertThat(query(PostgresServer.sharedOld().createDatabase(), "select version()"))
                .startsWith("PostgreSQL ");
    }

    @Test
    void bothRedisServersAnswer() {
        assertThat(RedisServer.shared().commands().info("server")).contains("redis_version:7.");
        assertThat(RedisServer.sharedOld().commands().info("server")).contains("redis_version:6.2.");
    }

    @Test
    void aKilledRedisKeepsWhatItAnswered() {
        try (RedisServer server = RedisServer.start(RedisServer.Version.NEW)) {
            server.commands().set("key", "kept");
            server.restart();
            assertThat(server.commands().get("key")).isEqualTo("kept");
            server.restartEmpty();
            assertThat(server.commands().get("key")).isNull();
        }
    }

    @Test
    void mariaDbAnswers() throws SQLException {
        assertThat(query(MariaDbServer.shared().createDatabase(), "select @@version_comment"))
                .containsIgnoringCase("maria");
    }

    @Test
    void aKilledPostgresKeepsWhatItCommitted() throws SQLException {
        try (PostgresServer server = PostgresServer.start(PostgresServer.Version.NEW)) {
            String url = server.createDatabase();
            execute(url, "create table kept as select 42 as answer");
            long before = server.pid();
            server.restart();
            assertThat(query(url, "select answer from kept")).isEqualTo("42");
            assertThat(server.pid()).isNotEqualTo(before);
        }
    }

    @Test
    void settingsArePassedOnAndSurviveARestart() throws SQLException {
        try (PostgresServer server =
                PostgresServer.start(PostgresServer.Version.NEW, Map.of("fsync", "on", "synchronous_commit", "off"))) {
            server.restart();
            assertThat(query(server.adminUrl(), "show fsync")).isEqualTo("on");
            assertThat(query(server.adminUrl(), "show synchronous_commit")).isEqualTo("off");
            assertThat(query(server.adminUrl(), "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void statementsAreCounted() throws SQLException {
        String url = PostgresServer.shared().createDatabase();
        execute(url, "create extension pg_stat_statements");
        assertThat(query(url, "select count(*) from pg_stat_statements")).isNotNull();
    }

    private static String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
