import java.util.List;
import java.util.function.Consumer;
import shop.Account;
import shop.AccountRepository;

class FiresReference {
    void unknown(AccountRepository accounts, List<Account> some) {
        some.forEach(accounts::save); // error: [save.not.writable]
        Consumer<Account> save = accounts::save; // error: [save.not.writable]
        Consumer<Account> lambda = account -> accounts.save(account); // error: [save.not.writable]
        save.andThen(lambda).accept(some.get(0));
    }
}
