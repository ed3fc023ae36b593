package dev.lockproof.samples.webshop.order;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/**
 * A product of an order, at the price of that day. Never changed, so never locked.
 *
 * @param id order and product
 * @param orderId the order
 * @param sku the product
 * @param pieces how many
 * @param priceCents what one piece costs
 */
@Entity
public record OrderLine(@Id String id, String orderId, String sku, int pieces, long priceCents) {

    OrderLine(String orderId, String sku, int pieces, long priceCents) {
        this(orderId + "/" + sku, orderId, sku, pieces, priceCents);
    }

    long totalCents() {
        return pieces * priceCents;
    }
}
