package dev.lockproof.samples.webshop.catalog;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import dev.lockproof.samples.webshop.ShopException;

/**
 * Something that the shop sells. It is read far more often than it changes, so it is a record.
 *
 * @param sku the number on its shelf
 * @param name what customers call it
 * @param priceCents what one piece costs
 * @param onSale whether it can be bought
 */
@Entity
public record Product(@Id String sku, String name, long priceCents, boolean onSale) {

    /** Refuses what nobody could sell. */
    public Product {
        ShopException.require(!name.isBlank(), "A product needs a name");
        ShopException.require(priceCents > 0, "A product costs more than nothing");
    }

    Product withdrawn() {
        return new Product(sku, name, priceCents, false);
    }
}
