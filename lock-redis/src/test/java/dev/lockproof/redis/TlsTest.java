package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that speak TLS; and what is said where one side does not, does not trust the other, or has another name. */
@Timeout(60)
class TlsTest extends TlsFixture {

    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.startWithTls(CERTIFICATE);
        addUser(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Gives the URI of a user and a database, by TLS. */
    private static String uri(String password, String host, int port) {
        return "rediss://locks:" + password + "@" + host + ":" + port + "/3?timeout=2s";
    }

    private static String goodUri() {
        return uri("right7", "127.0.0.1", server.tlsPort());
    }

    private static void assertEachConnectionIsOfTheUserByTls(int database) {
        assertThat(connectionsByTls(server)).allMatch(line -> line.contains(" db=" + database + " "));
    }

    @Test
    void userPasswordAndDatabaseOfTheUriCountByTls() {
        try (LockProvider provider = RedisLockProvider.of(goodUri())) {
            lockWaitAndBeWoken(provider, newKey());
            assertEachConnectionIsOfTheUserByTls(3);
            assertThat(server.commands().info("keyspace")).contains("db3:").doesNotContain("db0:");
        }
    }

    @Test
    void serversOfRedlockSpeakTls() {
        try (RedisServer second = RedisServer.startWithTls(CERTIFICATE);
                RedisServer third = RedisServer.startWithTls(CERTIFICATE);
                LockProvider provider = RedlockProvider.of(
                        goodUri(), "rediss://127.0.0.1:" + second.tlsPort(), "rediss://127.0.0.1:" + third.tlsPort())) {
            lockWaitAndBeWoken(provider, newKey());
            assertEachConnectionIsOfTheUserByTls(3);
        }
    }

    @Test
    void aClientOfTheUsersKnowsWhomToTrust() {
        distrust();
        RedisClient client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .sslOptions(SslOptions.builder()
                        .trustManager(CERTIFICATE.certificate().toFile())
                        .build())
                .build());
        try (LockProvider provider =
                RedisLockProvider.builder(client, RedisURI.create(goodUri())).build()) {
            lockWaitAndBeWoken(provider, newKey());
        }
        client.shutdown();
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefusedAndItIsSaidWhereToAddIt() {
        distrust();
        assertRefused(goodUri(), "not trusted here", "javax.net.ssl.trustStore");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        assertRefused(
                uri("right7", "localhost", server.tlsPort()), "localhost", "names the host as the certificate does");
    }

    /** See {@code ServerCheckTest} for why not always the server's own words are told. */
    @Test
    void aWrongPasswordIsSaid() {
        assertRefused(uri("wrong7", "127.0.0.1", server.tlsPort()), "user and password are right");
    }

    @Test
    void aUriWithoutTlsIsToldOfIt() {
        assertRefused(goodUri().replace("rediss:", "redis:"), "speaks TLS on this port (rediss:// is with");
    }

    @Test
    void aPortWithoutTlsIsSaid() {
        String uri = uri("right7", "127.0.0.1", server.port());
        assertRefused(uri.replace("=2s", "=500ms"), "speaks TLS on this port", "redis:// without");
    }

    private static void assertRefused(String uri, String... says) {
        List<ThrowingCallable> all = List.of(
                () -> RedisLockProvider.of(uri),
                () -> RedisLockProvider.ofCluster(uri),
                () -> RedlockProvider.of("redis://127.0.0.1:1", "redis://127.0.0.1:2", uri)); // tells of the last one
        for (ThrowingCallable connecting : all) {
            assertThatThrownBy(connecting)
                    .isInstanceOf(LockBackendException.class)
                    .satisfies(failure -> assertThat(failure.getMessage()).contains(says))
                    .satisfies(TlsFixture::assertShowsNoPassword);
        }
    }
}
