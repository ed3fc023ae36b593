import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresAccessors {
    private static AccountRepository accounts;

    record Marked(String id) {
        @AcquiresLock
        public String id() { // error: [effect.record.accessor]
            return accounts.withLock(id, account -> id);
        }
    }

    record Unmarked(String id) {
        public String id() {
            return accounts.withLock(id, account -> id); // error: [effect.record.accessor]
        }
    }
}
