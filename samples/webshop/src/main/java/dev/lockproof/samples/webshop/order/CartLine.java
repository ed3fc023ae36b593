package dev.lockproof.samples.webshop.order;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import dev.lockproof.samples.webshop.ShopException;

/**
 * A product in somebody's cart. A cart is locked line by line, so two browser windows don't wait for each other.
 *
 * @param id cart and product
 * @param customerId whose cart
 * @param sku the product
 * @param pieces how many
 */
@Entity
public record CartLine(@Id String id, String customerId, String sku, int pieces) {

    /** Refuses lines of nothing. */
    public CartLine {
        ShopException.require(pieces > 0, "A cart holds at least one piece of a product");
    }

    CartLine(String customerId, String sku, int pieces) {
        this(idOf(customerId, sku), customerId, sku, pieces);
    }

    static String idOf(String customerId, String sku) {
        return customerId + "/" + sku;
    }

    CartLine plus(int more) {
        return new CartLine(id, customerId, sku, pieces + more);
    }
}
