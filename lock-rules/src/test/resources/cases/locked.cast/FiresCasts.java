import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresCasts {
    void casts(Object any, Account account) {
        use((@Locked Account) account); // error: [locked.cast]
        if (any instanceof @Locked Account locked) { // error: [locked.cast]
            use(locked);
        }
        use(new @Locked Account("x", "Ann", 1)); // error: [locked.cast]
    }

    void use(@Locked Account account) {}
}
