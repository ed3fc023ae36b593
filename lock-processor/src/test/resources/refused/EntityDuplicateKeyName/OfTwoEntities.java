package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Account(@Id String id) {}

@Entity(name = "Account")
record Savings(@Id String id) {} // refused: [EntityDuplicateKeyName] bank.Savings has the same key name as bank.Account, "Account", so they would share locks: give one of them a name of its own
