package dev.lockproof.redis;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockProviderContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of lock providers, on every kind of server. */
class RedisLockProviderContractTest {

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class On extends LockProviderContract {

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

        /** Time passes by itself. */
        @Override
        public void advance(Duration time) {
            reallyWait(time);
        }
    }

    @Nested
    class OneServer extends On {
        OneServer() {
            super(Servers.shared());
        }
    }

    @Nested
    class OneOldServer extends On {
        OneOldServer() {
            super(Servers.sharedOld());
        }
    }

    @Nested
    class Cluster extends On {
        Cluster() {
            super(Servers.cluster());
        }
    }

    @Nested
    class OldCluster extends On {
        OldCluster() {
            super(Servers.oldCluster());
        }
    }

    @Nested
    class Redlock extends On {
        Redlock() {
            super(Servers.independent(5, Duration.ofSeconds(5)));
        }
    }
}
