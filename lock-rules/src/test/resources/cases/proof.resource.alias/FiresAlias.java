import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresAlias {
    void parameter(LockedAccount account) {
        try (account) { // error: [proof.resource.alias]
            account.deposit(1);
        }
        try (LockedAccount alias = account) { // error: [proof.resource.alias]
            alias.deposit(1);
        }
    }

    void ofPair(LockedPair<LockedAccount, LockedAccount> pair) {
        try (var first = pair.first()) { // error: [proof.resource.alias]
            first.deposit(1);
        }
        try (pair) { // error: [proof.resource.alias]
            pair.first().deposit(1);
        }
    }

    @AcquiresLock
    void outer(AccountRepository accounts) {
        try (var account = accounts.lock("x")) {
            try (var again = account) { // error: [proof.resource.alias]
                again.deposit(1);
            }
        }
    }

    void chosen(LockedAccount account, LockedAccount other, boolean flag, int which) {
        try (var again = flag ? account : other) { // error: [proof.resource.alias]
            again.deposit(1);
        }
        try (var again = flag ? null : account) { // error: [proof.resource.alias]
            other.deposit(1);
        }
        try (var again = switch (which) { default -> other; }) { // error: [proof.resource.alias]
            again.deposit(1);
        }
    }
}
