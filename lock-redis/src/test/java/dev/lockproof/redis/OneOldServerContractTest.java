package dev.lockproof.redis;

/** The contract of lock providers, on one server of the oldest kind that is supported. */
class OneOldServerContractTest extends ProviderContractOn {

    OneOldServerContractTest() {
        super(Servers.sharedOld());
    }
}
