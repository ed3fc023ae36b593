import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;

AccountRepository accounts = null;
LockedAccount field; // error: [proof.field]
Object opened = accounts.lock("x"); // error: [effect.initializer]

// The launcher calls it with no lock held.
void main() {
    accounts.withLock("x", a -> 1);
    takes("x");
    helper("x");
    try (var account = accounts.lock("x")) {
        takes("x"); // error: [nested.acquire.call]
        helper("x"); // error: [nested.acquire.call]
        account.close(); // error: [proof.explicit.close]
        opened = (Runnable) () -> account.deposit(1); // error: [proof.captured]
        field = null;
    }
}

@AcquiresLock
void takes(String id) {
    LockedAccount outer = null;
    try (var account = accounts.lock(id)) {
        outer = account; // error: [proof.reassigned]
    }
    opened = accounts.lock(id); // error: [acquire.not.resource]
}

private void helper(String id) {
    takes(id);
}

void undeclared() {
    takes("x"); // error: [effect.undeclared]
}

LockedAccount casts(Object any) {
    return (LockedAccount) any; // error: [proof.downcast]
}

void inline(@RunsInline Runnable work) {
    opened = work; // error: [inline.param.escapes]
}

@Locked Account located() { // error: [locked.location]
    return null;
}

// silent: nested effect resource place escape capture close forge inline locked
@AcquiresLock
void quiet(String id) {
    helper(id);
    try (var account = accounts.lock(id)) {
        LockedAccount same = (LockedAccount) account;
        runs(() -> same.deposit(1));
        settle(same);
    }
}

void settle(@Locked Account account) {}

void runs(@RunsInline Runnable work) {
    work.run();
}
