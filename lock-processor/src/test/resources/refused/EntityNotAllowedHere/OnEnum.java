package bank;

import dev.lockproof.annotations.Entity;

@Entity
enum Account { // refused: [EntityNotAllowedHere] Account is an enum
    SAVINGS
}
