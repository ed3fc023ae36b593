package bank;

import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.List;

class Uses {
    void pay(@Locked String account) {} // refused: [LockedNotAnEntity] @Locked is on String, which is no entity, view or proof

    void pay(
            @Fresh long cents, // refused: [LockedNotAnEntity] @Fresh is on long
            List<@Writable Integer> parts) {} // refused: [LockedNotAnEntity] @Writable is on Integer

    @Locked Object account() { // refused: [LockedNotAnEntity] @Locked is on Object
        return this;
    }
}

record Payment(@Locked String account) {} // refused: [LockedNotAnEntity] @Locked is on String
