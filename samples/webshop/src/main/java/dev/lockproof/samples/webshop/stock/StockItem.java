package dev.lockproof.samples.webshop.stock;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import dev.lockproof.samples.webshop.ShopException;

/** The pieces of one product in the warehouse. It changes with every order, so it is a class. */
@Entity
public class StockItem {

    @Id
    private final String sku;

    private int onHand;
    private int reserved;

    /**
     * Makes an item.
     *
     * @param sku the product
     * @param onHand how many pieces are in the warehouse
     * @param reserved how many of them are promised to orders
     */
    public StockItem(String sku, int onHand, int reserved) {
        this.sku = sku;
        this.onHand = onHand;
        this.reserved = reserved;
    }

    /**
     * Tells the product.
     *
     * @return its number
     */
    public String getSku() {
        return sku;
    }

    /**
     * Counts what is in the warehouse.
     *
     * @return pieces
     */
    public int getOnHand() {
        return onHand;
    }

    /**
     * Counts what is promised to orders.
     *
     * @return pieces
     */
    public int getReserved() {
        return reserved;
    }

    void receive(int pieces) {
        ShopException.require(pieces > 0, "A delivery brings something");
        onHand += pieces;
    }

    void reserve(int pieces) {
        ShopException.require(pieces <= onHand - reserved, "Only " + (onHand - reserved) + " of " + sku + " are left");
        reserved += pieces;
    }

    void release(int pieces) {
        reserved -= pieces;
    }

    void handOver(int pieces) {
        reserved -= pieces;
        onHand -= pieces;
    }
}
