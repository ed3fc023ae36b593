package bank;

import dev.lockproof.annotations.Entity;
import jakarta.persistence.Id;

@Entity
record Order(
        String note,
        @Id String number) {} // refused: [EntityNoId] Order has no @Id: 'number' is marked @jakarta.persistence.Id. Did you mean @dev.lockproof.annotations.Id?
