import dev.lockproof.*;
import dev.lockproof.annotations.*;
import shop.*;

/** A switch may take a lock and release it on the way to its value. */
class FiresYielded {
    AccountRepository accounts;
    OrderRepository orders;

    static void settle(@Locked Account account) {}

    static void send(@Locked Order order) {}

    static <T> T same(T value) {
        return value;
    }

    @AcquiresLock
    void toVariable(int kind) {
        Account chosen =
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            yield (Account) account;
                        }
                    }
                    default -> null;
                };
        accounts.save(chosen); // error: [save.not.writable]
        @Locked Account locked =
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            Account alias = account;
                            yield alias; // error: [assignment.not.locked]
                        }
                    }
                    default -> null;
                };
    }

    @AcquiresLock
    void toArgument(int kind) {
        settle(
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            yield account; // error: [argument.not.locked]
                        }
                    }
                    default -> null;
                });
        settle(
                same( // error: [argument.not.locked]
                        switch (kind) {
                            case 1 -> {
                                try (var account = accounts.lock("a")) {
                                    Account alias = account;
                                    yield alias;
                                }
                            }
                            default -> null;
                        }));
    }

    @AcquiresLock
    void toReceiver(int kind) {
        send(
                (switch (kind) {
                            case 1 -> {
                                try (var order = orders.lock("a")) {
                                    yield order.entity();
                                }
                            }
                            default -> throw new IllegalStateException();
                        })
                        .ship()); // error: [argument.not.locked]
    }

    @AcquiresLock
    void throughSwitches(int kind) {
        accounts.save(
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock("a")) {
                            Account alias = account;
                            yield switch (kind) {
                                case 2 -> alias; // error: [save.not.writable]
                                default -> new Account("b", "Ada", 1);
                            };
                        }
                    }
                    default -> {
                        try {
                            yield new Account("c", "Bob", 1);
                        } finally {
                            kind++;
                        }
                    }
                });
    }
}
