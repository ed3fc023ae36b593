package dev.lockproof.redis;

/** The contract of lock providers, on one server. */
class OneServerContractTest extends ProviderContractOn {

    OneServerContractTest() {
        super(Servers.shared());
    }
}
