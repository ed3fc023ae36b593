package dev.lockproof.redis;

import org.junit.jupiter.api.Tag;

/** The contract of lock providers, in a cluster that has no sharded channels. */
@Tag("extended")
class OldClusterContractTest extends ProviderContractOn {

    OldClusterContractTest() {
        super(Servers.oldCluster());
    }
}
