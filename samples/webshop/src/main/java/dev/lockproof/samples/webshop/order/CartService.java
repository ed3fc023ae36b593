package dev.lockproof.samples.webshop.order;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.catalog.CatalogService;
import java.util.List;
import java.util.Optional;

/** What customers mean to buy. Nothing is reserved for a cart. */
public final class CartService {

    private final CartLineRepository lines;
    private final CatalogService catalog;

    /**
     * Makes the service.
     *
     * @param lines the lines of all carts
     * @param catalog what can be bought
     */
    public CartService(CartLineRepository lines, CatalogService catalog) {
        this.lines = lines;
        this.catalog = catalog;
    }

    /**
     * Puts pieces into a cart, to those that are there.
     *
     * @param customerId whose cart
     * @param sku the product
     * @param pieces how many
     */
    @AcquiresLock
    public void put(String customerId, String sku, int pieces) {
        catalog.requireOnSale(sku);
        Optional<PersistentCartLine> line = lines.findById(CartLine.idOf(customerId, sku));
        if (line.isPresent()) {
            add(line.get().id(), pieces);
        } else {
            lines.save(new CartLine(customerId, sku, pieces));
        }
    }

    private void add(String lineId, int pieces) {
        try (LockedCartLine line = lines.lock(lineId)) {
            lines.save(line.change(old -> old.plus(pieces)));
        }
    }

    /**
     * Takes a product out of a cart.
     *
     * @param customerId whose cart
     * @param sku the product
     */
    public void remove(String customerId, String sku) {
        lines.deleteById(CartLine.idOf(customerId, sku));
    }

    /**
     * Lists a cart.
     *
     * @param customerId whose
     * @return its lines, by product
     */
    public List<PersistentCartLine> linesOf(String customerId) {
        Condition<CartLine> ofCustomer = CartLineFields.CUSTOMER_ID.equalTo(customerId);
        return lines.find(Query.where(ofCustomer).orderBy(CartLineFields.SKU.ascending()));
    }

    /**
     * Empties a cart.
     *
     * @param cart its lines
     */
    void clear(List<PersistentCartLine> cart) {
        cart.forEach(line -> lines.deleteById(line.id()));
    }
}
