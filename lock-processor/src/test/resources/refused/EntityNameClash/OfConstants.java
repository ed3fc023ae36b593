package bank;

import dev.lockproof.annotations.Column;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(
        @Id String id,
        String shipTo,
        @Column("target") String ship_to) {} // refused: [EntityNameClash] 'shipTo' and 'ship_to' of Order have the same constant, SHIP_TO
