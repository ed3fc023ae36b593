import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentInitializers {
    private static AccountRepository accounts;
    private final Runnable task = Locks.detached(() -> {
        accounts.withLock("x", account -> 1);
    });
    private final int size = List.of("x").size();

    static {
        accounts = null;
    }
}
