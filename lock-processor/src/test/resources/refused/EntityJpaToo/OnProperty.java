package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import java.util.List;
import org.springframework.data.annotation.Transient;

@Entity
class Account {
    @Id private final String id;

    @Column("cents")
    private long amount; // refused: [EntityJpaToo] 'amount' of Account is marked @jakarta.persistence.Column. Did you mean @dev.lockproof.annotations.Column?

    private List<String> notes; // refused: [EntityJpaToo] 'notes' of Account is marked @jakarta.persistence.Convert. Did you mean @dev.lockproof.annotations.Convert?

    @Transient
    private Object cache; // refused: [EntityJpaToo] 'cache' of Account is marked @org.springframework.data.annotation.Transient, and stored all the same: mark the field transient.

    Account(String id, long amount, List<String> notes, Object cache) {
        this.id = id;
        this.amount = amount;
        this.notes = notes;
        this.cache = cache;
    }

    String getId() {
        return id;
    }

    long getAmount() {
        return amount;
    }

    @Convert
    List<String> getNotes() {
        return notes;
    }

    Object getCache() {
        return cache;
    }
}

@Entity
record Order(
        @Id String id,
        @jakarta.persistence.Transient int total) {} // refused: [EntityJpaToo] 'total' of Order is marked @jakarta.persistence.Transient, and stored all the same: a record is made of all its components; take it out.
