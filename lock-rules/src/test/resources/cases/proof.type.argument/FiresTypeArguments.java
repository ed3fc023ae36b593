import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresTypeArguments<T extends List<LockedAccount>> // error: [proof.type.argument]
        extends ArrayList<LockedAccount> // error: [proof.type.argument]
        implements Supplier<LockedAccount> { // error: [proof.type.argument]
    private List<LockedAccount> field; // error: [proof.type.argument]
    private Map<String, List<? extends LockProof<?>>> deep; // error: [proof.type.argument]
    private ThreadLocal<LockedAccount> local; // error: [proof.type.argument]

    public LockedAccount get() {
        return null;
    }

    void parameter(Optional<LockedAccount> account) {} // error: [proof.type.argument]

    List<LockedAccount> result() { // error: [proof.type.argument]
        return List.of();
    }

    void locals(LockedAccount account, LockedGroup<LockedAccount> group, Object any) {
        Consumer<LockedAccount> consumer = each -> {}; // error: [proof.type.argument]
        List<LockedAccount> list = new ArrayList<>(List.of(account)); // error: [proof.type.argument]
        var inferred = List.of(account); // error: [proof.type.argument]
        var proofs = group.proofs(); // error: [proof.type.argument]
        any = new ArrayList<LockedAccount>(); // error: [proof.type.argument]
        any = Collections.<LockedAccount>emptyList(); // error: [proof.type.argument]
        any = (List<LockedAccount>) any; // error: [proof.type.argument]
        AtomicHolder<LockedAccount> holder = null; // error: [proof.type.argument]
    }

    static class AtomicHolder<V> {}

    <L extends LockProof<?>> void variable(Collection<L> proofs) {} // error: [proof.type.argument]
}
