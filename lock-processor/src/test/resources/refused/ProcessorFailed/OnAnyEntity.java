package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(@Id String id) {} // refused: [ProcessorFailed] Lockproof's processor failed on Order. This is a bug in Lockproof, not in your code. Please report it in the project's issue tracker
