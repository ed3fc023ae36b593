package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Reading(@Id double voltage) {} // refused: [EntityIdType] The id 'voltage' of Reading is of type double: a floating-point number has no exact text. The lock's key is made from its text: use a String, a UUID
