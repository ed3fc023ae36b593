package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/**
 * A customer's entry in the directory of names. Every procedure starts by looking one up, and none changes one.
 *
 * @param name the customer's name
 * @param customerId the number that the customer's savings and checking go by
 */
@Entity(table = "accounts")
public record Account(@Id String name, long customerId) {}
