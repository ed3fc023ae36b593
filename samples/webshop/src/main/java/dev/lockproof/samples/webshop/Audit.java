package dev.lockproof.samples.webshop;

import dev.lockproof.samples.webshop.customer.PersistentCustomer;
import dev.lockproof.samples.webshop.order.OrderStatus;
import dev.lockproof.samples.webshop.order.PersistentOrder;
import dev.lockproof.samples.webshop.stock.PersistentStockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts goods and money after the day: what is sold, reserved and left must be what there was. */
final class Audit {

    private final Shop shop;

    Audit(Shop shop) {
        this.shop = shop;
    }

    /** Says what is wrong; nothing, if the books are right. */
    List<String> findings(Map<String, Integer> delivered, long creditGiven) {
        List<String> findings = new ArrayList<>();
        Map<String, Integer> shipped = pieces(OrderStatus.SHIPPED);
        Map<String, Integer> waiting = pieces(OrderStatus.PLACED);
        pieces(OrderStatus.PAID).forEach((sku, pieces) -> waiting.merge(sku, pieces, Integer::sum));
        for (PersistentStockItem item : shop.stock().all()) {
            int gone = shipped.getOrDefault(item.getSku(), 0);
            int promised = waiting.getOrDefault(item.getSku(), 0);
            int expected = delivered.getOrDefault(item.getSku(), 0) - gone;
            if (item.getOnHand() != expected) {
                findings.add(item.getSku() + ": " + item.getOnHand() + " in the warehouse, and not " + expected);
            }
            if (item.getReserved() != promised) {
                findings.add(item.getSku() + ": " + item.getReserved() + " reserved, and not " + promised);
            }
        }
        long credit = 0;
        long spent = 0;
        for (PersistentCustomer customer : shop.customers().best()) {
            credit += customer.getCreditCents();
            spent += customer.getSpentCents();
        }
        if (credit + spent != creditGiven) {
            findings.add("Customers have " + (credit + spent) + " cents, and were given " + creditGiven);
        }
        long earned = total(OrderStatus.PAID) + total(OrderStatus.SHIPPED);
        if (spent != earned) {
            findings.add("Customers spent " + spent + " cents, and paid orders cost " + earned);
        }
        return findings;
    }

    private Map<String, Integer> pieces(OrderStatus status) {
        Map<String, Integer> pieces = new HashMap<>();
        for (PersistentOrder order : shop.orders().withStatus(status)) {
            shop.orders().linesOf(order.getId()).forEach(line -> pieces.merge(line.sku(), line.pieces(), Integer::sum));
        }
        return pieces;
    }

    private long total(OrderStatus status) {
        return shop.orders().withStatus(status).stream()
                .mapToLong(PersistentOrder::getTotalCents)
                .sum();
    }
}
