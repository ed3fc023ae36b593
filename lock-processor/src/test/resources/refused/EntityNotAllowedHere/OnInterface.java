package bank;

import dev.lockproof.annotations.Entity;

@Entity
interface Account { // refused: [EntityNotAllowedHere] Account is an interface: @Entity goes on a class or record.
    String getId();
}

class Uses {
    void use(AccountRepository accounts, LockedAccount account) {
        account.close();
    }
}
