package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

class Shop {
    @Entity(name = "ShopOrder")
    record Order(@Id String id) {}
}

class Bar {
    @Entity(name = "BarOrder")
    record Order(@Id String id) {} // refused: [EntityNameClash] PersistentOrder, which would be generated for Order, exists already
}
