import dev.lockproof.annotations.Fresh;
import java.util.List;
import shop.Account;
import shop.AccountRepository;

/** What a private method makes needs no annotation. */
class SilentFactories {
    private final AccountRepository accounts;

    SilentFactories(AccountRepository accounts) {
        this.accounts = accounts;
    }

    private static Account account(String id) {
        return new Account(id, "Ada", 0);
    }

    private Account rich(String id) {
        Account account = account(id);
        account.deposit(1_000_000);
        return account;
    }

    private Account first(List<String> ids) {
        for (String id : ids) {
            if (id.isEmpty()) {
                return first(ids.subList(1, ids.size()));
            }
            return id.length() > 3 ? rich(id) : account(id);
        }
        return null;
    }

    public @Fresh Account publicly(String id) {
        return rich(id);
    }

    void saves(List<String> ids) {
        accounts.save(account("1"));
        accounts.save(rich("2"));
        Account account = first(ids);
        accounts.save(account);
        ids.stream().map(this::rich).forEach(accounts::save);
        ids.stream().map(id -> account(id).renamed("Bob")).forEach(accounts::save);
    }
}
