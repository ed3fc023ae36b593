package shop;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;
import lombok.RequiredArgsConstructor;

@RequiredArgsConstructor
public final class Payments {

    private final AccountRepository accounts;

    public Receipt charge(@Locked Account account, long amount) {
        account.deposit(-amount);
        accounts.save(account);
        return new Receipt(account.getId(), amount);
    }

    @AcquiresLock
    public Receipt chargeLocked(String id, long amount) {
        try (LockedAccount account = accounts.lock(id)) {
            return charge(account, amount);
        }
    }

    @AcquiresLock
    public void pay(String id, long amount) {
        try (LockedAccount account = accounts.lock(id)) {
            account.deposit(amount);
            accounts.save(account);
        }
    }
}
