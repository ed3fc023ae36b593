package dev.lockproof.samples.webshop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** Shops for tests: everything in memory, ids that count, and time that stands still. */
final class Shops {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Shops() {}

    /** Opens a shop with one customer, "1", who has ten thousand cents, and some books and lamps. */
    static Shop open() {
        return open(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static Shop open(Clock clock) {
        AtomicInteger ids = new AtomicInteger();
        Shop shop = Shop.inMemory(clock, () -> String.valueOf(ids.incrementAndGet()));
        shop.customers().register("Ann");
        shop.catalog().offer("book", "A book", 1000);
        shop.catalog().offer("lamp", "A lamp", 2500);
        shop.stock().list("book");
        shop.stock().list("lamp");
        return shop;
    }
}
