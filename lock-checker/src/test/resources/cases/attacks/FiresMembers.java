import dev.lockproof.annotations.Fresh;
import java.util.ArrayList;
import java.util.List;
import shop.Account;

// In each member, what is at fault is neither an entity nor written there.
class Stock {
    Account one;
    List<Account> all;
    List<@Fresh Account> fresh;
    Crate<Account> crate;
    FreshCrate freshCrate;

    static class Crate<T> {}

    static class FreshCrate extends Crate<@Fresh Account> {}

    static class FurtherCrate extends FreshCrate {}

    interface MakeAny {
        @Fresh
        Object make();
    }

    static Object any() {
        return "any";
    }

    static List<@Fresh Account> allFresh() {
        return null;
    }

    static void take(List<@Fresh Account> fresh) {}
}

class Members {
    List<Account> ofMethod = Stock.allFresh(); // error: [type.argument.not.locked]

    void ofVariable(Stock stock) {
        stock.fresh = stock.all; // error: [type.argument.not.locked]
    }

    void ofParameter(Stock stock) {
        Stock.take(stock.all); // error: [type.argument.not.locked]
    }

    void ofClass(Stock stock) {
        stock.crate = stock.freshCrate; // error: [type.argument.not.locked]
    }

    void ofInheritedClass(Stock stock, Stock.FurtherCrate further) {
        stock.crate = further; // error: [type.argument.not.locked]
    }

    Stock.MakeAny ofReference = Stock::any; // error: [methodref.not.locked]

    void ofNew(Stock stock) {
        List<@Fresh Account> list = new ArrayList<>(List.of(new Account("1", "x", 0)));
        list.add(stock.one); // error: [argument.not.locked]
    }

    int spare(Stock stock) {
        return stock.all.size();
    }
}

class Referring {
    Object ofReference() {
        Stock.MakeAny make = Stock::any; // error: [methodref.not.locked]
        return make;
    }
}

class Overriding implements Stock.MakeAny {
    @Override
    public Object make() { // error: [override.locked.return]
        return "any";
    }
}

class Savings extends Account {
    Savings() {
        super("1", "x", 0);
    }

    void spend() {
        this.withdraw(1); // error: [argument.not.locked]
    }
}
