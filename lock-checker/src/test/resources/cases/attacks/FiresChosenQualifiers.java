import dev.lockproof.annotations.*;
import shop.*;

/** What a reference is taken of may be put in many words, and is kept by it all the same. */
class FiresChosenQualifiers {
    AccountRepository accounts;
    OrderRepository orders;

    interface Peek {
        @Writable Account peek();
    }

    interface Ship {
        @Writable Order ship();
    }

    @AcquiresLock
    void proofs(boolean flag) {
        Peek peek;
        try (var account = accounts.lock("a")) {
            peek = (flag ? account : account)::entity; // error: [proof.captured]
        }
        accounts.save(peek.peek());
    }

    @AcquiresLock
    void entities(boolean flag, int kind) {
        Ship ship;
        try (var order = orders.lock("a")) {
            Order same = order.entity();
            ship = same::ship; // error: [methodref.not.locked]
            ship = (flag ? same : same)::ship; // error: [methodref.not.locked]
            ship = (switch (kind) { default -> same; })::ship; // error: [methodref.not.locked]
            ship = (switch (kind) { default -> { yield flag ? same : null; } })::ship; // error: [methodref.not.locked]
        }
    }
}
