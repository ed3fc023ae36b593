import bank.*;
import dev.lockproof.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** What a lambda is called with may have proofs in it. */
class FiresGiven {
    void given(LockedAccount account, Executor executor) {
        int size = Stream.of(account).collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
            executor.execute(() -> all.get(0).deposit(1)); // error: [proof.captured]
            Supplier<Integer> later = all::size; // error: [proof.captured]
            all.forEach(each -> each.deposit(all.size()));
            return all.size();
        }));
    }

    void accounts(Account account, Executor executor) {
        int size = Stream.of(account).collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
            executor.execute(() -> all.get(0).deposit(1));
            Supplier<Integer> later = all::size;
            return all.size();
        }));
    }
}
