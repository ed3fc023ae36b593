package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.UUID;

/**
 * Proves that money came into the bank or left it. It is stored in the same transaction as the change, so it is there if
 * and only if the change is, whatever became of the process that made it.
 *
 * @param id a number of its own
 * @param teller the process that made the change
 * @param cents by how much it changed the sum of all balances
 */
@Entity(table = "receipts")
public record Receipt(@Id UUID id, String teller, long cents) {}
