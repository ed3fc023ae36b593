import dev.lockproof.LockProof;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import shop.Account;
import shop.AccountRepository;

/** What the checker refuses although it would do no harm. */
class RefusedAlthoughRight {
    private final AccountRepository accounts;

    RefusedAlthoughRight(AccountRepository accounts) {
        this.accounts = accounts;
    }

    void genericIdentity(@Locked Account account) {
        accounts.save(Objects.requireNonNull(account)); // error: [save.not.writable]
    }

    void unannotatedFactory() {
        accounts.save(make("1")); // error: [save.not.writable]
    }

    Account make(String id) {
        return new Account(id, "Ada", 0);
    }

    void collectionOfNew() {
        List<Account> list = new ArrayList<>();
        list.add(new Account("1", "Ada", 0));
        list.forEach(accounts::save); // error: [save.not.writable]
    }

    void lastAssigned(Account stored) {
        Account account = stored;
        account = new Account("1", "Ada", 0);
        accounts.save(account); // error: [save.not.writable]
    }

    void reassignedParameter(Account account) {
        account = new Account("1", "Ada", 0);
        accounts.save(account); // error: [save.not.writable]
    }

    <T> void plainTypeVariable(LockProof<T> proof, Consumer<? super T> reader) {
        reader.accept(proof.entity()); // error: [type.argument.not.locked]
    }

    static class Drafts<T> {
        class Slot {}

        Slot slot() {
            return new Slot();
        }
    }

    void innerClassOfNew(Drafts<@Fresh Account> drafts) {
        Drafts<@Fresh Account>.Slot slot = drafts.slot(); // error: [type.argument.not.locked]
    }
}
