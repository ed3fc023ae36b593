package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(@Id String id, Money total) {} // refused: [EntityPropertyType] 'total' of Order is of type Money, which can't be stored: give it a converter, e.g. @Convert(TotalConverter.class).

record Money(long cents) {}
