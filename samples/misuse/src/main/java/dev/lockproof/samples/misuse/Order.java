package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** An entity that is a record: a change makes a new value. */
@Entity
public record Order(@Id long id, String customer, boolean shipped) {

    public Order ship() {
        return new Order(id, customer, true);
    }
}
