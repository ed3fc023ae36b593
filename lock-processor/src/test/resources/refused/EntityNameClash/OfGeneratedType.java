package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(@Id String id) {} // refused: [EntityNameClash] OrderFields, which would be generated for Order, exists already: rename one of them.

class OrderFields {
    static final int COUNT = 1;
}
