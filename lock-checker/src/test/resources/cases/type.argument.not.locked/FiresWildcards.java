import dev.lockproof.annotations.Fresh;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import shop.Account;

/** What stands in the messages is what users write, whatever the compiler makes of it. */
class FiresWildcards {
    static void some(List<? extends @Fresh Account> all) {}

    static void byName(Map<String, ? extends Collection<@Fresh Account>> all) {}

    static void takers(Consumer<? super Account> taker) {}

    void captured(List<? extends Account> list, Map<String, ? extends List<? extends Account>> map) {
        some(list); // error: [type.argument.not.locked]
        some(Collections.unmodifiableList(list)); // error: [type.argument.not.locked]
        some(map.get("x")); // error: [type.argument.not.locked]
    }

    void nested(Map<String, List<Account>> map, Consumer<@Fresh Account> taker) {
        byName(map); // error: [type.argument.not.locked]
        takers(taker); // error: [type.argument.not.locked]
    }

    <T extends Account, U extends T> void variables(List<T> list, List<? extends U> narrower, List<T[]> arrays) {
        some(list); // error: [type.argument.not.locked]
        some(narrower); // error: [type.argument.not.locked]
        List<? extends @Fresh Account[]> fresh = arrays; // error: [type.argument.not.locked]
        fresh.clear();
    }
}
