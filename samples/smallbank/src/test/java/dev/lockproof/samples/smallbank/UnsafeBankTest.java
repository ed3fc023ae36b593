package dev.lockproof.samples.smallbank;

class UnsafeBankTest extends BankContract {

    @Override
    Bank bank() {
        return new UnsafeBank();
    }
}
