import dev.lockproof.LockProof;
import dev.lockproof.LockedPair;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.MaybeUnlocked;
import dev.lockproof.annotations.PolyLocked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import java.util.function.Supplier;
import org.checkerframework.framework.qual.DefaultQualifier;
import shop.Account;
import shop.LockedAccount;

@DefaultQualifier(MaybeUnlocked.class)
class Silent {
    private @Fresh Account draft = new Account("1", "Ada", 0);
    private List<@Fresh Account> drafts = List.of();
    private Supplier<@Fresh Account> factory = () -> draft;
    private @Fresh Account[] array = {draft};
    private @MaybeUnlocked Account any = draft;

    @Locked Account borrowed(@Locked Account account) {
        @Locked Account local = account;
        final @Writable Account other = local;
        return other == account ? account : local;
    }

    @PolyLocked Account handedOn(@PolyLocked Account account) {
        return account;
    }

    @Locked Account fromProof(LockedAccount account) {
        return account;
    }

    @Locked Account fromAnyProof(LockProof<Account> proof) {
        return proof.entity();
    }

    @Locked Account fromPair(LockedPair<LockedAccount, LockedAccount> pair) {
        return pair.first();
    }

    @Writable Account made() {
        return drafts.isEmpty() ? factory.get() : array[0];
    }

    interface UnderLock {
        void run(@Locked Account account);
    }

    @Entity
    static class Thing {
        @Id private final String id;

        Thing(String id) {
            this.id = id;
        }

        @Locked Thing self(@Locked Thing this) {
            return this;
        }

        String id() {
            return id;
        }
    }
}
