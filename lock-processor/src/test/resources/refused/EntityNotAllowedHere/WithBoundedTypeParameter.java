package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Box<T extends Comparable<T>>(@Id String id) {} // refused: [EntityNotAllowedHere] Box has the type parameter T extends Comparable<T>: give it no bound or one plain class
