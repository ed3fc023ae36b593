package dev.lockproof.fuzz.shop;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/**
 * An entity that is a record.
 *
 * @param id its id
 * @param status how far it got
 */
@Entity
public record Order(@Id String id, String status) {

    /**
     * Ships it.
     *
     * @return the shipped order
     */
    public Order ship() {
        return new Order(id, "SHIPPED");
    }
}
