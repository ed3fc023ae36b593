package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Place(@Id Point point) {} // refused: [EntityIdType] The id 'point' of Place is of type Point: its component 'x' can't be part of an id, as a floating-point number has no exact text.

record Point(double x, double y) {}
