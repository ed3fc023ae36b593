package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import org.jspecify.annotations.Nullable;

@Entity
record Flat(@Id Address address) {} // refused: [EntityIdType] The id 'address' of Flat is of type Address: its component 'floor' can't be part of an id, as it may be null.

record Address(String street, @Nullable Integer floor) {}
