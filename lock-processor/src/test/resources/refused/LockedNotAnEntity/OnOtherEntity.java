package bank;

import dev.lockproof.annotations.Locked;
import jakarta.persistence.Entity;
import java.util.List;

@Entity
class Account {}

class Uses {
    void pay(@Locked Account account) {} // refused: [LockedNotAnEntity] @Locked is on Account, which is no entity of Lockproof: it is marked @jakarta.persistence.Entity. Did you mean @dev.lockproof.annotations.Entity?

    void payAll(List<@Locked Account> accounts) {} // refused: it is marked @jakarta.persistence.Entity.
}
