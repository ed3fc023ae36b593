package dev.lockproof.samples.webshop.order;

import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Codes that make orders cheaper. */
public final class VoucherService {

    private final VoucherRepository vouchers;
    private final Clock clock;

    /**
     * Makes the service.
     *
     * @param vouchers all vouchers
     * @param clock tells when one has ended
     */
    public VoucherService(VoucherRepository vouchers, Clock clock) {
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /**
     * Gives a new code out.
     *
     * @param code what customers type
     * @param percent how much cheaper their orders get
     * @param uses for how many orders
     * @param validFor for how long
     * @return the voucher
     */
    public PersistentVoucher issue(String code, int percent, int uses, Duration validFor) {
        return vouchers.save(new Voucher(code, percent, uses, clock.instant().plus(validFor)));
    }

    /**
     * Finds a voucher, to be locked.
     *
     * @param code what the customer typed
     * @return the voucher as it is now
     */
    public PersistentVoucher require(String code) {
        return vouchers.require(code);
    }

    /**
     * Uses a voucher once.
     *
     * @param voucher its proof
     * @param cents what the order costs without it
     * @return what it takes off
     */
    long redeem(LockedVoucher voucher, long cents) {
        Instant now = clock.instant();
        vouchers.save(voucher.change(old -> old.used(now)));
        return voucher.entity().discountOn(cents);
    }

    /**
     * Throws away what is good for nothing any more. What is in use right now is left for the next time.
     *
     * @return how many
     */
    @AcquiresLock
    public int throwAway() {
        int thrownAway = 0;
        for (PersistentVoucher dead : dead()) {
            try (LockedVoucher voucher = vouchers.tryLock(dead.code())) {
                if (voucher != null) {
                    vouchers.delete(voucher);
                    thrownAway++;
                }
            }
        }
        return thrownAway;
    }

    private List<PersistentVoucher> dead() {
        return vouchers.find(Query.where(
                VoucherFields.USES_LEFT.equalTo(0).or(VoucherFields.VALID_UNTIL.lessThan(clock.instant()))));
    }
}
