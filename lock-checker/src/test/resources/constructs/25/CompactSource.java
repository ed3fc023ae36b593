import module java.base;

import dev.lockproof.*;
import dev.lockproof.annotations.*;
import shop.*;

/** A compact source file with an instance {@code main}, and an imported module. */
AccountRepository accounts;

void main() {
    Account stored = null;
    settle(stored); // error: [argument.not.locked]
    try (var account = accounts.lock("1")) {
        Account same = account;
        settle(same);
        accounts.save(same);
        stored = same;
    }
    settle(stored); // error: [argument.not.locked]
    accounts.save(stored); // error: [save.not.writable]
}

void settle(@Locked Account account) {}

@Locked Account returns(@Locked Account account, Account stored) {
    Object cast = (@Locked Account) stored; // error: [locked.cast]
    List.of(stored).forEach(this::settle); // error: [methodref.not.locked]
    return stored; // error: [return.not.locked]
}

interface Task {
    void run(Account account);
}

class Asks implements Task {
    @Override
    public void run(@Locked Account account) {} // error: [override.locked.parameter]
}

// silent: needs gives overrides references casts
class Quiet implements Task {
    @Override
    public void run(Account account) {
        Stream.of(account).map(Account::getBalance).toList();
    }

    @Locked Account same(@Locked Account account) {
        return (@Locked Account) account;
    }
}
