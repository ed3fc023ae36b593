package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Document(@Id byte[] hash) {} // refused: [EntityIdType] The id 'hash' of Document is of type byte[]: an array can be changed
