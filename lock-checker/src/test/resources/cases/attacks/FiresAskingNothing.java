import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.MaybeUnlocked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.checkerframework.framework.qual.DefaultQualifier;
import org.checkerframework.framework.qual.DefaultQualifierForUse;
import org.checkerframework.framework.qual.TypeUseLocation;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

/** What is inside of a value of which nothing is asked is looked at all the same, and who asks for something is found. */
class FiresAskingNothing {

    static class Note {
        Note(String text, long amount) {}

        <T extends @Fresh Account> long count(String id) {
            return 1;
        }

        <T> long countAny(String id) {
            return 1;
        }

        void printOnly(@Locked Note this, String text) {}

        void print(String text, long amount, Object any) {}

        void fresh(@Fresh String text) {}
    }

    static class Counted<T extends @Fresh Account> {
        Counted(String id) {}

        void count(String id) {}
    }

    static String nameOf(@Locked Account account) {
        return "";
    }

    static long amountOf(@Locked Account account) {
        return 1;
    }

    private String kept;
    private @Fresh String fresh = kept; // error: [assignment.not.locked]
    private java.lang.@Fresh String named = kept; // error: [assignment.not.locked]

    String result(Account stored) {
        return nameOf(stored); // error: [argument.not.locked]
    }

    long sum(Account stored) {
        return 1 + amountOf(stored); // error: [argument.not.locked]
    }

    void inside(Account stored, Note note) {
        String name = nameOf(stored); // error: [argument.not.locked]
        long amount = amountOf(stored); // error: [argument.not.locked]
        kept = nameOf(stored); // error: [argument.not.locked]
        note.print(nameOf(stored), amountOf(stored), nameOf(stored)); // error: [argument.not.locked] [argument.not.locked] [argument.not.locked]
        new Note(nameOf(stored), amountOf(stored)).print("", 1, stored); // error: [argument.not.locked] [argument.not.locked]
        String more = "more " + nameOf(stored); // error: [argument.not.locked]
        amount += amountOf(stored); // error: [argument.not.locked]
        nameOf(stored).length(); // error: [argument.not.locked]
        new Thread(nameOf(stored)).setName(nameOf(stored)); // error: [argument.not.locked] [argument.not.locked]
        throw new IllegalStateException(nameOf(stored)); // error: [argument.not.locked]
    }

    void functions(Note note, boolean first, Account a) {
        ToLongFunction<Account> one = account -> amountOf(account); // error: [argument.not.locked]
        Function<Account, String> two = account -> nameOf(account); // error: [argument.not.locked]
        Object three = first ? (Function<Account, String>) account -> nameOf(account) : null; // error: [argument.not.locked]
        note.print(first ? nameOf(a) : "", 1, null); // error: [argument.not.locked]
        Runnable run = first ? () -> nameOf(a) : () -> {}; // error: [argument.not.locked]
        Object made = new Object() {
            String name() {
                return nameOf(a); // error: [argument.not.locked]
            }
        };
    }

    void asks(Note stored, Account a, String text, @Fresh String known) {
        stored.printOnly(""); // error: [argument.not.locked]
        stored.<@MaybeUnlocked Account>count(""); // error: [type.argument.not.locked]
        stored.<@Locked Account>countAny(""); // error: [locked.location]
        new Counted<@MaybeUnlocked Account>("").count(""); // error: [type.argument.not.locked]
        stored.fresh(text); // error: [argument.not.locked]
        stored.fresh(known);
        @Fresh String wrong = text; // error: [assignment.not.locked]
        @Fresh long wrongToo = 5; // error: [assignment.not.locked]
        new @Locked Account("1", "Ada", 0); // error: [locked.cast]
        new @Locked Note("1", 0).printOnly(""); // error: [locked.cast]
        @Fresh Note n = new Note("", 1); // error: [assignment.not.locked]
        Object[] all = {nameOf(a), a}; // error: [argument.not.locked]
        String[] names = {nameOf(a)}; // error: [argument.not.locked]
    }

    @Fresh String text(String text) {
        return text; // error: [return.not.locked]
    }

    @Fresh long number(long number) {
        return number; // error: [return.not.locked]
    }

    java.lang.@Fresh Object any(Object any) {
        return any; // error: [return.not.locked]
    }

    void loops(List<String> all) {
        for (@Fresh String one : all) {} // error: [assignment.not.locked]
        for (@Fresh int i = 0; i < 3; i++) {} // error: [assignment.not.locked]
    }

    void lists(List<@Fresh String> list, List<String> others, String text) {
        list.add(text); // error: [argument.not.locked]
        others = list; // error: [type.argument.not.locked]
    }

    ArrayList<Account> classes(ArrayList<@Fresh Account> list) {
        ArrayList<Account> others = list; // error: [type.argument.not.locked]
        return list; // error: [type.argument.not.locked]
    }

    void proofs(@MaybeUnlocked LockedAccount proof, AccountRepository accounts) {
        proof.deposit(1);
        proof.lockKey(); // error: [argument.not.locked]
        accounts.save(proof); // error: [save.not.writable]
    }

    void casts(Object any) {
        Object one = (@Locked Account) any; // error: [locked.cast]
        String two = "" + ((@Fresh Account) any).getId(); // error: [locked.cast]
        if (any instanceof @Locked Account found) { // error: [locked.cast]
            Object three = found;
        }
    }

    @DefaultQualifier(value = Locked.class, locations = TypeUseLocation.RECEIVER) // error: [locked.location]
    static class Strict {
        void name(String text) {}

        static class Inner {
            void name(String text) {}
        }
    }

    @Fresh // error: [locked.location]
    static class Odd {
        Odd(String text) {}

        void name(String text) {}
    }

    static class Odder extends Odd {
        Odder(String text) {
            super(text);
        }

        void other(String text) {}
    }

    @DefaultQualifierForUse(Fresh.class) // error: [locked.location]
    static class Used {
        void name(String text) {}
    }

    void classes(Strict strict, Strict.Inner inner, @MaybeUnlocked Odd odd, @MaybeUnlocked Used used, Odder odder) {
        strict.name(""); // error: [argument.not.locked]
        inner.name(""); // error: [argument.not.locked]
        odd.name(""); // error: [argument.not.locked]
        odder.name(""); // error: [argument.not.locked]
        odder.other("");
        used.name(""); // error: [argument.not.locked]
    }
}
