package dev.lockproof.redis;

/** The contract of lock providers, in a cluster that has no sharded channels. */
class OldClusterContractTest extends ProviderContractOn {

    OldClusterContractTest() {
        super(Servers.oldCluster());
    }
}
