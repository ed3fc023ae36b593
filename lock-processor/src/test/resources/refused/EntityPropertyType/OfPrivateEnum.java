package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Order(@Id String id, Status status) { // refused: [EntityPropertyType] 'status' of Order is of a private type, which the generated code can't name: make the type visible to the package.
    private enum Status {
        OPEN
    }
}
