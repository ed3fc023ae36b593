package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the procedures do, whoever runs them. Ann has 300 + 100, Bob has 50 + 20 dollars. */
abstract class BankContract {

    private Bank bank;

    abstract Bank bank();

    @BeforeEach
    void openAccounts() {
        bank = bank();
        bank.open(new Account("Ann", 1), 300_00, 100_00);
        bank.open(new Account("Bob", 2), 50_00, 20_00);
    }

    @Test
    void balanceAddsUpSavingsAndChecking() {
        assertThat(bank.balance("Ann")).isEqualTo(400_00);
        assertThat(bank.balance("Bob")).isEqualTo(70_00);
    }

    @Test
    void totalAddsUpTheBank() {
        assertThat(bank.total()).isEqualTo(470_00);
    }

    @Test
    void amalgamateMovesAllIntoTheOthersChecking() {
        bank.amalgamate("Ann", "Bob");
        assertThat(bank.balance("Ann")).isZero();
        assertThat(bank.balance("Bob")).isEqualTo(470_00);
        bank.sendPayment("Bob", "Ann", 420_00);
        assertThat(bank.total()).isEqualTo(470_00);
    }

    @Test
    void amalgamateMovesADebtToo() {
        bank.writeCheck("Bob", 90_00);
        bank.amalgamate("Bob", "Ann");
        assertThat(bank.balance("Bob")).isZero();
        assertThat(bank.balance("Ann")).isEqualTo(400_00 - 21_00);
    }

    @Test
    void depositCheckingAddsToTheChecking() {
        bank.depositChecking("Bob", 1_30);
        bank.sendPayment("Bob", "Ann", 21_30);
        assertThat(bank.balance("Bob")).isEqualTo(50_00);
    }

    @Test
    void sendPaymentMovesFromCheckingToChecking() {
        bank.sendPayment("Ann", "Bob", 5_00);
        assertThat(bank.balance("Ann")).isEqualTo(395_00);
        assertThat(bank.balance("Bob")).isEqualTo(75_00);
    }

    @Test
    void sendPaymentIsRefusedWhenTheCheckingHoldsTooLittle() {
        assertThatThrownBy(() -> bank.sendPayment("Bob", "Ann", 20_01)).isInstanceOf(InsufficientFunds.class);
        assertThat(bank.balance("Ann")).isEqualTo(400_00);
        assertThat(bank.balance("Bob")).isEqualTo(70_00);
    }

    @Test
    void transactSavingsAddsAndTakes() {
        bank.transactSavings("Ann", 20_20);
        assertThat(bank.balance("Ann")).isEqualTo(420_20);
        bank.transactSavings("Ann", -320_20);
        assertThat(bank.balance("Ann")).isEqualTo(100_00);
    }

    @Test
    void transactSavingsIsRefusedBelowZero() {
        assertThatThrownBy(() -> bank.transactSavings("Bob", -50_01)).isInstanceOf(InsufficientFunds.class);
        assertThat(bank.balance("Bob")).isEqualTo(70_00);
    }

    @Test
    void writeCheckThatTheSavingsCoverHasNoPenalty() {
        assertThat(bank.writeCheck("Bob", 70_00)).isZero();
        assertThat(bank.balance("Bob")).isZero();
    }

    @Test
    void writeCheckThatIsNotCoveredPaysThePenalty() {
        assertThat(bank.writeCheck("Bob", 70_01)).isEqualTo(1_00);
        assertThat(bank.balance("Bob")).isEqualTo(-1_01);
    }
}
