import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A reference keeps what its qualifier comes to, in whatever words. */
class FiresReferences {
    interface Give {
        LockedAccount give();
    }

    void choices(LockedPair<LockedAccount, LockedAccount> pair, boolean flag, int kind) {
        Give chosen = (flag ? pair : pair)::first; // error: [proof.captured]
        LockedPair<LockedAccount, LockedAccount> other;
        Give assigned = (other = pair)::first; // error: [proof.captured]
        Give switched = (switch (kind) { // error: [proof.captured]
                    case 1 -> pair;
                    default -> null;
                })
                ::first;
        Give deeper = (flag ? null : (other = kind == 1 ? pair : null))::first; // error: [proof.captured]
    }

    void inside(LockedGroup<LockedAccount> group, boolean flag) {
        Give next = group.proofs().iterator()::next; // error: [proof.captured]
        IntSupplier size = group.proofs()::size; // error: [proof.captured]
        IntSupplier chosen = (flag ? group.proofs() : null)::size; // error: [proof.captured]
    }

    void onTheSpot(LockedPair<LockedAccount, LockedAccount> pair, boolean flag, LockedGroup<LockedAccount> group) {
        now((flag ? pair : pair)::first);
        now(group.proofs().iterator()::next);
    }

    static void now(@RunsInline Give give) {
        give.give();
    }

    void others(LockedAccount account, boolean flag, List<LockedAccount> list) { // error: [proof.type.argument]
        Supplier<String> id = account.getId()::trim;
        Supplier<String> chosen = (flag ? account.getId() : "")::trim;
        Give declared = list.iterator()::next;
        Give once = Optional.of(account)::get; // error: [proof.escapes.argument]
        Function<LockedAccount, String> unbound = LockedAccount::getId; // error: [proof.type.argument]
    }
}
