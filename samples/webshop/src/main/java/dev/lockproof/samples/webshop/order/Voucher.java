package dev.lockproof.samples.webshop.order;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import dev.lockproof.samples.webshop.ShopException;
import java.time.Instant;

/**
 * A code that makes orders cheaper, as often as it says.
 *
 * @param code what the customer types
 * @param percent how much cheaper
 * @param usesLeft how many orders it is still good for
 * @param validUntil when it ends
 */
@Entity
public record Voucher(@Id String code, int percent, int usesLeft, Instant validUntil) {

    /** Refuses what would cost the shop more than the goods. */
    public Voucher {
        ShopException.require(percent > 0 && percent < 100, "A voucher is for 1 to 99 percent");
    }

    Voucher used(Instant at) {
        ShopException.require(usesLeft > 0, "Voucher " + code + " is used up");
        ShopException.require(at.isBefore(validUntil), "Voucher " + code + " ended at " + validUntil);
        return new Voucher(code, percent, usesLeft - 1, validUntil);
    }

    long discountOn(long cents) {
        return cents * percent / 100;
    }
}
