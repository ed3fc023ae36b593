package shop;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import lombok.AllArgsConstructor;
import lombok.Getter;

@Entity
@Getter
@AllArgsConstructor
public class Account {

    @Id
    private final String id;

    private long balance;

    public void deposit(long amount) {
        balance += amount;
    }
}
