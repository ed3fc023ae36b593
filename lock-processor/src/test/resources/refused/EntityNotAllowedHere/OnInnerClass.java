package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

class Bank {
    @Entity
    class Account { // refused: [EntityNotAllowedHere] Account needs an instance of the class around it: make it static.
        @Id final String id;

        Account(String id) {
            this.id = id;
        }
    }
}
