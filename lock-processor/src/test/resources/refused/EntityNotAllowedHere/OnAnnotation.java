package bank;

import dev.lockproof.annotations.Entity;

@Entity
@interface Account { // refused: [EntityNotAllowedHere] Account is an annotation
    String id();
}
