package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(
        @Id String id,
        String store) {} // refused: [EntityNameClash] store() clashes with a method that all views have: rename it; @Column("store") keeps the column.
