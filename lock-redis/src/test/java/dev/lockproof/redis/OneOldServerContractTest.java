package dev.lockproof.redis;

import org.junit.jupiter.api.Tag;

/** The contract of lock providers, on one server of the oldest kind that is supported. */
@Tag("extended")
class OneOldServerContractTest extends ProviderContractOn {

    OneOldServerContractTest() {
        super(Servers.sharedOld());
    }
}
