package bank;

import dev.lockproof.annotations.Entity;
import org.springframework.data.annotation.Id;

@Entity
class Account extends Numbered { // refused: [EntityNoId] Account has no @Id: getNumber() of Numbered is marked @org.springframework.data.annotation.Id. Did you mean @dev.lockproof.annotations.Id?
    Account(String number) {
        super(number);
    }
}

class Numbered {
    private final String number;

    Numbered(String number) {
        this.number = number;
    }

    @Id
    String getNumber() {
        return number;
    }
}
