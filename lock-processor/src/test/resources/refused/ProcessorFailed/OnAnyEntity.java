package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(@Id String id) {} // refused: [ProcessorFailed] Lockproof's processor failed on Order. That is a bug in Lockproof, not in your code.
