import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;

class SilentYielded {
    private AccountRepository accounts;

    @AcquiresLock
    Account toRead(int kind) {
        Account read =
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            account.deposit(1);
                            yield account;
                        }
                    }
                    default -> null;
                };
        return read;
    }

    @AcquiresLock
    void underTheLock(int kind) {
        try (var account = accounts.lock("a")) {
            LockedAccount same =
                    switch (kind) {
                        case 1 -> account;
                        default -> {
                            yield switch (kind) {
                                case 2 -> {
                                    yield account;
                                }
                                default -> account;
                            };
                        }
                    };
            accounts.save(same);
        }
    }

    LockedAccount oneOfTwo(LockedAccount one, LockedAccount other, int kind) {
        return switch (kind) {
            case 1 -> {
                try {
                    yield one;
                } finally {
                    one.deposit(1);
                }
            }
            default -> other;
        };
    }
}
