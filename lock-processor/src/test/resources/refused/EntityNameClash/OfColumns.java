package bank;

import dev.lockproof.annotations.Column;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(
        @Id String id,
        String customer,
        @Column("customer") String buyer) {} // refused: [EntityNameClash] 'customer' and 'buyer' of Order have the same column, customer: rename one of them.
