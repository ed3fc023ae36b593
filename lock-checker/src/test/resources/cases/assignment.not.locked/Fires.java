import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.List;
import shop.Account;

class Fires {
    private @Fresh Account draft = new Account("1", "Ada", 0);

    void locals(Account account, List<Account> list, @Locked Account locked) {
        @Locked Account one = account; // error: [assignment.not.locked]
        @Fresh Account two = account; // error: [assignment.not.locked]
        @Fresh Account three = locked; // error: [assignment.not.locked]
        @Writable Account four = list.get(0); // error: [assignment.not.locked]
        draft = account; // error: [assignment.not.locked]
        this.draft = list.get(0); // error: [assignment.not.locked]
        for (@Fresh Account five : list) { // error: [assignment.not.locked]
            five.deposit(1);
        }
        @Fresh Account[] array = {account}; // error: [assignment.not.locked]
        array[0] = account; // error: [assignment.not.locked]
        one.deposit(two.getBalance() + three.getBalance() + four.getBalance());
    }
}
