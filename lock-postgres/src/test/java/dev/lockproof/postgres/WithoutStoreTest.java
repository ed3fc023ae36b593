package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.PostgresServer;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that keep their rows elsewhere don't have the jar of the store. */
@Timeout(60)
class WithoutStoreTest {

    @Test
    void locksAreTakenWithoutTheJarOfTheStore() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithout("lock-jdbc"), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("dev.lockproof.jdbc.SqlClaim"))
                    .isInstanceOf(ClassNotFoundException.class);
            Runnable program = (Runnable) loader.loadClass(Program.class.getName())
                    .getConstructor(String.class)
                    .newInstance(PostgresServer.shared().createDatabase());
            program.run();
        }
    }

    private static URL[] classPathWithout(String excluded) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains(excluded)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Runs where there is no such jar. */
    public static final class Program implements Runnable {

        private final String url;

        public Program(String url) {
            this.url = url;
        }

        @Override
        public void run() {
            try (PostgresLockProvider provider = PostgresLockProvider.of(PostgresServer.dataSource(url))) {
                provider.createMissingTable();
                assertThat(provider.getClass().getDeclaredMethods())
                        .as("as frameworks ask for them")
                        .isNotEmpty();
                assertThat(provider.tryAcquire(new LockKey("a"), OwnerId.random(), Duration.ofSeconds(30)))
                        .isInstanceOf(Attempt.Granted.class);
                assertThat(provider.tryAcquireAndClaim(
                                new LockKey("b"), OwnerId.random(), Duration.ofSeconds(30), Object::new))
                        .as("a claim of another store")
                        .isNull();
            }
        }
    }
}
