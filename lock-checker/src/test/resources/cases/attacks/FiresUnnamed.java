import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

// Each class stands for itself. But for the first, none names an entity, a proof or a qualifier.
class Shelf {
    Account some;
    List<Account> all;
    List<@Fresh Account> fresh;
    List<? extends Account> wild;
    List<? extends @Fresh Account> wildFresh;
    Account[] array;
    @Fresh Account[] freshArray;
    Consumer<@Fresh Account> takesFresh;
    Supplier<@Fresh Account> makes;
    Box<@Fresh Account> box;
    AccountRepository accounts;
    Take take;

    static Account old() {
        return null;
    }

    static void wants(@Locked Account account) {}

    static void wantsAny(@Locked Object any) {}

    interface Take {
        void take(@Locked Account account);
    }

    static class Box<T> {
        T content;
    }

    static class FreshBox extends Box<@Fresh Account> {}
}

class Plain {
    int length(String text) {
        return text.length();
    }
}

class OfTypeArgument {
    void keep(Shelf shelf) {
        shelf.fresh = shelf.all; // error: [type.argument.not.locked]
    }
}

class OfWildcard {
    void keep(Shelf shelf) {
        shelf.wildFresh = shelf.wild; // error: [type.argument.not.locked]
    }
}

class OfArray {
    void keep(Shelf shelf) {
        shelf.freshArray = shelf.array; // error: [type.argument.not.locked]
    }
}

class OfVar {
    void keep(Shelf shelf) {
        var list = shelf.fresh;
        var one = shelf.some;
        list.add(one); // error: [argument.not.locked]
    }
}

class OfFunction {
    void hand(Shelf shelf) {
        shelf.all.forEach(one -> shelf.takesFresh.accept(one)); // error: [argument.not.locked]
    }
}

class OfLambdaResult {
    void make(Shelf shelf) {
        shelf.makes = () -> Shelf.old(); // error: [return.not.locked]
    }
}

class OfReference {
    void make(Shelf shelf) {
        shelf.makes = Shelf::old; // error: [methodref.not.locked]
    }
}

class OfCalled {
    void call(Shelf shelf) {
        Shelf.wants(Shelf.old()); // error: [argument.not.locked]
    }
}

class OfCalledAlone {
    void call(Object any) {
        Shelf.wantsAny(any); // error: [argument.not.locked]
    }
}

class OfInherited {
    void put(Shelf.FreshBox box, Shelf shelf) {
        box.content = shelf.some; // error: [assignment.not.locked]
    }
}

class OfBound {
    void all(Shelf shelf) {
        for (var one : shelf.wild) {
            shelf.accounts.save(one); // error: [save.not.writable]
        }
    }
}
