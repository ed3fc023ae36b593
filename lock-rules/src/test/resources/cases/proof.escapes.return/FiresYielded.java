import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;

class FiresYielded {
    private AccountRepository accounts;

    @AcquiresLock
    LockedAccount toVariable(int kind) {
        LockedAccount chosen =
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            yield account; // error: [proof.escapes.return]
                        }
                    }
                    default -> null;
                };
        return chosen;
    }

    @AcquiresLock
    void toAssignment(int kind) {
        LockedAccount chosen;
        chosen =
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            LockedAccount alias = account;
                            yield kind == 2 ? null : alias; // error: [proof.escapes.return]
                        }
                    }
                    default -> null;
                };
        accounts.save(chosen);
    }

    @AcquiresLock
    LockedAccount toResult(int kind) {
        return switch (kind) {
            case 1 -> {
                try (var account = accounts.lock("a")) {
                    yield account; // error: [proof.escapes.return]
                }
            }
            default -> null;
        };
    }

    @AcquiresLock
    void toArgument(int kind) {
        accounts.save(
                switch (kind) {
                    case 1:
                        try (var account = accounts.lock("a")) {
                            yield account; // error: [proof.escapes.return]
                        }
                    default:
                        yield null;
                });
    }

    @AcquiresLock
    void throughSwitches(int kind) {
        var chosen =
                switch (kind) {
                    case 1 -> {
                        yield switch (kind) {
                            case 2 -> {
                                try (var account = accounts.lock("a")) {
                                    yield account; // error: [proof.escapes.return]
                                }
                            }
                            default -> null;
                        };
                    }
                    case 3 -> {
                        try (var account = accounts.lock("a")) {
                            yield switch (kind) {
                                case 4 -> account; // error: [proof.escapes.return]
                                default -> null;
                            };
                        }
                    }
                    default -> null;
                };
        accounts.save(chosen);
    }
}
