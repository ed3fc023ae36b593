package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Entity
@NullMarked
public class Account {

    @Id
    private final String id;

    private final String owner;
    private long balance;
    private @Nullable String note;
    final boolean frozen;

    public Account(String id, String owner, long balance, @Nullable String note, boolean frozen) {
        this.id = id;
        this.owner = owner;
        this.balance = balance;
        this.note = note;
        this.frozen = frozen;
    }

    public String getId() {
        return id;
    }

    public String getOwner() {
        return owner;
    }

    long getBalance() {
        return balance;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public void deposit(long amount) {
        balance += amount;
    }
}
