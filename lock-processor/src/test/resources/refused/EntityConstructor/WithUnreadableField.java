package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;
    private int pin; // refused: [EntityConstructor] The field 'pin' of Account can't be read, so its value would be lost: give it an accessor, e.g. getPin(), or mark it transient

    Account(String id, int pin) {
        this.id = id;
        this.pin = pin;
    }

    String getId() {
        return id;
    }

    boolean opens(int attempt) {
        return attempt == pin;
    }
}
