package dev.lockproof.redis;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockServiceContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of the lock service, on every kind of server. */
class RedisLockServiceContractTest {

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class On extends LockServiceContract {

        private final Servers servers;

        On(Servers servers) {
            this.servers = servers;
        }

        @AfterAll
        void stop() {
            servers.close();
        }

        @Override
        protected LockProvider createProvider() {
            return servers.connect();
        }
    }

    @Nested
    class OneServer extends On {
        OneServer() {
            super(Servers.shared());
        }
    }

    @Tag("extended")
    @Nested
    class OneOldServer extends On {
        OneOldServer() {
            super(Servers.sharedOld());
        }
    }

    @Tag("extended")
    @Nested
    class Cluster extends On {
        Cluster() {
            super(Servers.cluster());
        }
    }

    @Tag("extended")
    @Nested
    class Redlock extends On {
        Redlock() {
            super(Servers.independent(5, Duration.ofSeconds(5)));
        }
    }
}
