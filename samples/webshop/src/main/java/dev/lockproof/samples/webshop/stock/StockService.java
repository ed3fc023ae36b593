package dev.lockproof.samples.webshop.stock;

import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in the warehouse.
 *
 * <p>Methods that take a {@code @Locked} item are for services that hold its lock, together with others: an order needs
 * several items at once. The others take the lock themselves.
 */
public final class StockService {

    private final StockItemRepository items;

    /**
     * Makes the service.
     *
     * @param items all items
     */
    public StockService(StockItemRepository items) {
        this.items = items;
    }

    /**
     * Makes room for a product.
     *
     * @param sku the product
     */
    public void list(String sku) {
        items.save(new StockItem(sku, 0, 0));
    }

    /**
     * Puts a delivery into the warehouse.
     *
     * @param sku the product
     * @param pieces how many
     */
    @AcquiresLock
    public void receive(String sku, int pieces) {
        try (LockedStockItem item = items.lock(sku)) {
            item.receive(pieces);
            items.save(item);
        }
    }

    /**
     * Counts after a delivery from several suppliers, one product after the other.
     *
     * @param delivery pieces by product
     */
    @AcquiresLock
    public void receiveAll(Map<String, Integer> delivery) {
        new TreeMap<>(delivery).forEach(this::receive);
    }

    /**
     * Promises pieces to an order.
     *
     * @param item the product
     * @param pieces how many
     */
    public void reserve(@Locked StockItem item, int pieces) {
        item.reserve(pieces);
        items.save(item);
    }

    /**
     * Takes a promise back.
     *
     * @param item the product
     * @param pieces how many
     */
    public void release(@Locked StockItem item, int pieces) {
        item.release(pieces);
        items.save(item);
    }

    /**
     * Hands promised pieces to the parcel service.
     *
     * @param item the product
     * @param pieces how many
     */
    public void handOver(@Locked StockItem item, int pieces) {
        item.handOver(pieces);
        items.save(item);
    }

    /**
     * Finds an item, to be locked.
     *
     * @param sku the product
     * @return the item as it is now
     */
    public PersistentStockItem require(String sku) {
        return items.require(sku);
    }

    /**
     * Lists what has to be ordered soon.
     *
     * @param pieces how many are few
     * @return the items that have fewer in the warehouse
     */
    public List<PersistentStockItem> fewerThan(int pieces) {
        return items.find(
                Query.where(StockItemFields.ON_HAND.lessThan(pieces)).orderBy(StockItemFields.SKU.ascending()));
    }

    /**
     * Lists the warehouse.
     *
     * @return all items
     */
    public List<PersistentStockItem> all() {
        return items.find(Query.<StockItem>all().orderBy(StockItemFields.SKU.ascending()));
    }
}
