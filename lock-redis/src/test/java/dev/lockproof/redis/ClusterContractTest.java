package dev.lockproof.redis;

/** The contract of lock providers, in a cluster with sharded channels. */
class ClusterContractTest extends ProviderContractOn {

    ClusterContractTest() {
        super(Servers.cluster());
    }
}
