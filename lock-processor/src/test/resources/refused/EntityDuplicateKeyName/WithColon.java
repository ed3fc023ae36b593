package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity(name = "Account:EUR")
record Account(@Id String id) {} // refused: [EntityDuplicateKeyName] Account has the key name "Account:EUR": leave the colon out
