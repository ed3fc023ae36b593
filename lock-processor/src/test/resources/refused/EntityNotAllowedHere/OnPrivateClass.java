package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

class Bank {
    @Entity
    private record Account(@Id String id) {} // refused: [EntityNotAllowedHere] Account can't be named by the types generated next to it
}
