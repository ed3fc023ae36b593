import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresLocation<@Locked T> { // error: [locked.location]
    private @Locked Account field; // error: [locked.location]
    private List<@Locked Account> list; // error: [locked.location]
    private Map<String, ? extends @Locked Account> wildcard; // error: [locked.location]

    record Holder(@Locked Account account) {} // error: [locked.location]

    record Compact(@Locked Account account) { // error: [locked.location]
        Compact {
            Objects.requireNonNull(account);
        }
    }

    void array(@Locked Account[] accounts) {} // error: [locked.location]

    void varargs(@Locked Account... accounts) {} // error: [locked.location]

    @Locked Account nothingToBorrow(String id) { // error: [locked.location]
        return null;
    }

    <X extends @Locked Account> void bound(X x) {} // error: [locked.location]

    @Locked FiresLocation() {} // error: [locked.location]

    @Locked static class OnClass extends Account { // error: [locked.location]
        OnClass() {
            super("x", "Ann", 1);
        }
    }

    static class Extends extends @Locked Account { // error: [locked.location]
        Extends() {
            super("x", "Ann", 1);
        }
    }
}
