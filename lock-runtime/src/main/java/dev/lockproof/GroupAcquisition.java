package dev.lockproof;

import dev.lockproof.internal.Each;
import dev.lockproof.spi.Lockable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes several locks as one acquisition: in the order of their keys, with one deadline, all or none.
 *
 * <p>Every process takes them in the same order, so two groups never wait for each other in a circle. Rows are claimed when
 * all locks are held. Used by the acquiring thread alone.
 */
final class GroupAcquisition {

    private record Member(Lockable<? extends LockProof<?>> entity, Hold hold) {}

    private final Acquirer acquirer;
    private final LockOptions options;
    private final Map<LockKey, Lockable<? extends LockProof<?>>> entities = new LinkedHashMap<>();

    /**
     * Prepares to lock entities.
     *
     * @param entities what to lock; each is locked once, however often it is named
     * @throws IllegalArgumentException if two different entities have the same key
     */
    GroupAcquisition(
            Acquirer acquirer, LockOptions options, Collection<? extends Lockable<? extends LockProof<?>>> entities) {
        this.acquirer = acquirer;
        this.options = options;
        for (Lockable<? extends LockProof<?>> entity : entities) {
            Lockable<?> same = this.entities.putIfAbsent(entity.lockKey(), entity);
            if (same != null && (same.getClass() != entity.getClass() || same.store() != entity.store())) {
                throw new IllegalArgumentException("Two different entities have the lock key " + entity.lockKey()
                        + ", which would share one lock and one proof: name one of them otherwise in its @Entity");
            }
        }
    }

    /**
     * Takes the locks and claims the rows, or throws.
     *
     * @return the proofs, in the order in which the entities were first named
     */
    List<LockProof<?>> proofs() {
        List<LockKey> keys = entities.keySet().stream().sorted().toList();
        if (keys.isEmpty()) {
            Scope.refuseIfOpen();
            acquirer.refuseIfClosed();
            return List.of();
        }
        List<Member> members = begin(keys);
        boolean succeeded = false;
        try {
            take(members);
            Map<LockKey, LockProof<?>> proofs = claim(members);
            // The first leases may have run out while the last ones were waited for.
            members.forEach(member -> member.hold.ensureHeld());
            List<LockProof<?>> named = inTheOrderNamed(proofs);
            succeeded = true;
            return named;
        } finally {
            if (!succeeded) {
                Collections.reverse(members);
                Each.of(members, member -> member.hold.giveUp());
            }
        }
    }

    private List<Member> begin(List<LockKey> keys) {
        Scope scope = Scope.enter(keys.get(0), keys.size());
        boolean begun = false;
        try {
            List<Member> members = new ArrayList<>();
            for (LockKey key : keys) {
                Lockable<? extends LockProof<?>> entity = Objects.requireNonNull(entities.get(key));
                members.add(new Member(entity, new Hold(acquirer.environment(), key, options, entity.store(), scope)));
            }
            begun = true;
            return members;
        } finally {
            if (!begun) {
                keys.forEach(key -> scope.leave());
            }
        }
    }

    private void take(List<Member> members) {
        Ticker ticker = acquirer.environment().ticker();
        long startedAt = ticker.read();
        long until = startedAt + options.timeout().toNanos();
        for (Member member : members) {
            LeaseWait wait = new LeaseWait(member.hold, null, startedAt, ticker.read(), until);
            if (!acquirer.isTaken(member.hold, wait)) {
                throw wait.timedOut();
            }
        }
    }

    private Map<LockKey, LockProof<?>> claim(List<Member> members) {
        Map<LockKey, LockProof<?>> proofs = new HashMap<>();
        for (Member member : members) {
            proofs.put(member.entity.lockKey(), acquirer.claim(member.entity, member.hold, null));
        }
        return proofs;
    }

    private List<LockProof<?>> inTheOrderNamed(Map<LockKey, LockProof<?>> proofs) {
        List<LockProof<?>> named = new ArrayList<>();
        entities.keySet().forEach(key -> named.add(Objects.requireNonNull(proofs.get(key))));
        return named;
    }
}
