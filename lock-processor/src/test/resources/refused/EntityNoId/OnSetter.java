package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account { // refused: e.g. @Id private final String number; setNumber() is marked, but it is no accessor.
    private String number;

    Account(String number) {
        this.number = number;
    }

    String getNumber() {
        return number;
    }

    @Id
    void setNumber(String number) {
        this.number = number;
    }
}
