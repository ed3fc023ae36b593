package dev.lockproof.samples.webshop.jobs;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.order.VoucherService;

/** Throws away vouchers that are good for nothing any more. */
public final class ThrowAwayVouchers implements Job {

    private final VoucherService vouchers;

    /**
     * Makes the job.
     *
     * @param vouchers the vouchers
     */
    public ThrowAwayVouchers(VoucherService vouchers) {
        this.vouchers = vouchers;
    }

    @Override
    public String name() {
        return "throw away vouchers";
    }

    @Override
    @AcquiresLock
    public String run() {
        return vouchers.throwAway() + " thrown away";
    }
}
