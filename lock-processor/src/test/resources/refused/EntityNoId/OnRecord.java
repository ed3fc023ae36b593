package bank;

import dev.lockproof.annotations.Entity;
import java.util.UUID;

@Entity
record Order(long[] lines, UUID number) {} // refused: [EntityNoId] Order has no @Id: mark the property that identifies it, e.g. @Id UUID number.
// refused above: [EntityPropertyType] 'lines' of Order is of type long[]
