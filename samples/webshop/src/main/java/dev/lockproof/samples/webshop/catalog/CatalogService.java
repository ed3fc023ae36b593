package dev.lockproof.samples.webshop.catalog;

import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.ShopException;
import java.util.List;

/** What the shop offers. */
public final class CatalogService {

    private final ProductRepository products;

    /**
     * Makes the service.
     *
     * @param products all products
     */
    public CatalogService(ProductRepository products) {
        this.products = products;
    }

    /**
     * Offers a new product.
     *
     * @param sku the number on its shelf
     * @param name what customers call it
     * @param priceCents what one piece costs
     * @return the product
     */
    public PersistentProduct offer(String sku, String name, long priceCents) {
        return products.save(new Product(sku, name, priceCents, true));
    }

    /**
     * Changes a price. Orders that are placed already keep theirs.
     *
     * @param sku the product
     * @param priceCents what one piece costs from now on
     */
    @AcquiresLock
    public void changePrice(String sku, long priceCents) {
        try (LockedProduct product = products.lock(sku)) {
            products.save(product.withPriceCents(priceCents));
        }
    }

    /**
     * Takes a product off the shelf.
     *
     * @param sku the product
     */
    @AcquiresLock
    public void withdraw(String sku) {
        try (LockedProduct product = products.lock(sku)) {
            products.save(product.change(Product::withdrawn));
        }
    }

    /**
     * Finds a product that can be bought.
     *
     * @param sku the product
     * @return the product
     * @throws ShopException if it isn't sold any more
     */
    public PersistentProduct requireOnSale(String sku) {
        PersistentProduct product = products.require(sku);
        ShopException.require(product.onSale(), product.name() + " isn't sold any more");
        return product;
    }

    /**
     * Lists what can be bought.
     *
     * @return the products, by name
     */
    public List<PersistentProduct> onSale() {
        return products.find(Query.where(ProductFields.ON_SALE.equalTo(true)).orderBy(ProductFields.NAME.ascending()));
    }
}
