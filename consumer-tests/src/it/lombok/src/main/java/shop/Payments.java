package shop;

import dev.lockproof.annotations.AcquiresLock;
import lombok.RequiredArgsConstructor;

@RequiredArgsConstructor
public final class Payments {

    private final AccountRepository accounts;

    @AcquiresLock
    public void pay(String id, long amount) {
        try (LockedAccount account = accounts.lock(id)) {
            account.deposit(amount);
            try (LockedAccount second = accounts.lock(id + "/fees")) {
                second.deposit(1);
            }
        }
    }
}
