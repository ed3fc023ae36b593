package dev.lockproof.samples.smallbank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that was reported and isn't stored, or the other way round, is found. */
class AuditTest {

    private final InMemoryStore store = InMemoryStore.create();
    private final LockService locks = LockService.of(InMemoryLockProvider.create());
    private final ReceiptRepository receipts = new ReceiptRepository(store, locks);
    private final Bank bank = new LockproofBank(store, locks, Receipts.in(receipts, store, "one"));
    private final Tally tally = new Tally();

    @BeforeEach
    void openAnAccountAndMoveMoney() {
        bank.open(new Account("Ann", 1), 300_00, 100_00);
        bank.open(new Account("Bob", 2), 50_00, 20_00);
        bank.depositChecking("Ann", 1_30);
        bank.transactSavings("Ann", 20_20);
        bank.writeCheck("Bob", 70_01);
        bank.sendPayment("Ann", "Bob", 5_00);
        bank.amalgamate("Ann", "Bob");
    }

    @Test
    void receiptsAddUpToWhatCameInAndLeft() {
        assertThat(Audit.of(receipts).cents()).isEqualTo(1_30 + 20_20 - 70_01 - 1_00);
        assertThat(bank.total()).isEqualTo(470_00 + Audit.of(receipts).cents());
    }

    @Test
    void aRefusedChangeLeavesNoReceipt() {
        long before = Audit.of(receipts).cents();
        try {
            bank.transactSavings("Bob", -1_000_00);
        } catch (InsufficientFunds e) {
            assertThat(Audit.of(receipts).cents()).isEqualTo(before);
            return;
        }
        throw new AssertionError("not refused");
    }

    @Test
    void allThatWasReportedIsThere() {
        report(Procedure.DEPOSIT_CHECKING, Procedure.TRANSACT_SAVINGS, Procedure.WRITE_CHECK, Procedure.SEND_PAYMENT);
        assertThat(Audit.of(receipts).complaint("one", tally)).isNull();
    }

    @Test
    void whatWasReportedAndIsNotThereIsFound() {
        report(Procedure.DEPOSIT_CHECKING, Procedure.DEPOSIT_CHECKING, Procedure.WRITE_CHECK, Procedure.WRITE_CHECK);
        assertThat(Audit.of(receipts).complaint("one", tally))
                .isEqualTo("one reported 4 changes as done and 0 as failed, and the store has 3");
    }

    @Test
    void whatIsThereAndWasNotReportedIsFoundUnlessItsOutcomeWasUnknown() {
        report(Procedure.DEPOSIT_CHECKING, Procedure.WRITE_CHECK);
        assertThat(Audit.of(receipts).complaint("one", tally)).contains("has 3");
        tally.failed(Procedure.TRANSACT_SAVINGS);
        assertThat(Audit.of(receipts).complaint("one", tally)).isNull();
    }

    @Test
    void eachProcessAnswersForItself() {
        report(Procedure.DEPOSIT_CHECKING);
        assertThat(Audit.of(receipts).complaint("another", tally)).contains("has 0");
    }

    @Test
    void aTallyGoesThroughText() {
        report(Procedure.DEPOSIT_CHECKING, Procedure.DEPOSIT_CHECKING);
        tally.refused(Procedure.SEND_PAYMENT);
        tally.withoutLock(Procedure.BALANCE);
        tally.lost(Procedure.BALANCE);
        tally.failed(Procedure.AMALGAMATE);
        Tally read = new Tally();
        for (Procedure procedure : Procedure.values()) {
            TallyText.read(TallyText.write(procedure, tally.line(procedure)), read);
            TallyText.read(TallyText.write(procedure, tally.line(procedure)), read);
        }
        assertThat(read.line(Procedure.DEPOSIT_CHECKING).done()).isEqualTo(4);
        assertThat(read.line(Procedure.DEPOSIT_CHECKING).micros(50)).isBetween(0.9, 1.1);
        assertThat(read.line(Procedure.SEND_PAYMENT).refused()).isEqualTo(2);
        assertThat(read.line(Procedure.BALANCE).withoutLock()).isEqualTo(2);
        assertThat(read.line(Procedure.BALANCE).lost()).isEqualTo(2);
        assertThat(read.line(Procedure.AMALGAMATE).failed()).isEqualTo(2);
    }

    private void report(Procedure... procedures) {
        for (Procedure procedure : procedures) {
            tally.done(procedure, 1_000, 0);
        }
    }
}
