package dev.lockproof.memory;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of one entity, by id. Each call is one atomic step, in a transaction or, if that is null, by itself. */
final class Table {

    private final EntityMapping<?, ?, ?, ?> mapping;
    private final Gate gate;
    private final ConcurrentHashMap<Object, Slot> slots = new ConcurrentHashMap<>();

    Table(EntityMapping<?, ?, ?, ?> mapping, Gate gate) {
        this.mapping = mapping;
        this.gate = gate;
    }

    @Nullable
    Row find(Object key, @Nullable Transaction transaction) {
        Slot slot = slots.get(key);
        return slot == null ? null : slot.row(transaction);
    }

    Claim<Row> claim(Object key, long token, @Nullable Transaction transaction) {
        Claim<Row> claim = onRow(key, transaction, slot -> {
            long fence = slot.fence(transaction);
            Row row = slot.row(transaction);
            if (row == null) {
                return new Claim.Missing<>();
            }
            if (fence >= token) {
                return new Claim.Superseded<>(fence);
            }
            put(key, slot, row, token, transaction);
            return new Claim.Claimed<>(row);
        });
        return claim == null ? new Claim.Missing<>() : claim;
    }

    boolean insert(Object key, Row row, @Nullable Transaction transaction) {
        while (true) {
            Boolean isInserted = onRow(key, transaction, slot -> {
                boolean isFree = slot.row(transaction) == null;
                if (isFree) {
                    put(key, slot, row, 0, transaction);
                }
                return isFree;
            });
            if (isInserted != null) {
                return isInserted;
            }
            if (add(key, row, transaction)) {
                return true;
            }
        }
    }

    WriteResult update(Object key, Row row, long token, @Nullable Transaction transaction) {
        return ifFenced(key, token, transaction, slot -> put(key, slot, row, token, transaction));
    }

    WriteResult delete(Object key, long token, @Nullable Transaction transaction) {
        return ifFenced(key, token, transaction, slot -> put(key, slot, null, 0, transaction));
    }

    boolean delete(Object key, @Nullable Transaction transaction) {
        Boolean isDeleted = onRow(key, transaction, slot -> {
            boolean exists = slot.row(transaction) != null;
            if (exists) {
                put(key, slot, null, 0, transaction);
            }
            return exists;
        });
        return Boolean.TRUE.equals(isDeleted);
    }

    /** Visits the rows as the transaction sees them, until the visitor has enough. No commit is under way meanwhile. */
    void forEach(@Nullable Transaction transaction, Predicate<Row> visitor) {
        gate.enterAlone(() -> {
            for (Slot slot : slots.values()) {
                Row row = slot.row(transaction);
                if (row != null && !visitor.test(row)) {
                    break;
                }
            }
        });
    }

    /** Drops the slot of a row that was deleted or never committed. */
    void removeIfEmpty(Object key, Slot slot) {
        synchronized (slot) {
            if (slot.isRemoved()) {
                slots.remove(key, slot);
            }
        }
    }

    private WriteResult ifFenced(Object key, long token, @Nullable Transaction transaction, Consumer<Slot> write) {
        WriteResult result = onRow(key, transaction, slot -> {
            if (slot.row(transaction) == null) {
                return WriteResult.MISSING;
            }
            if (slot.fence(transaction) != token) {
                return WriteResult.FENCED;
            }
            write.accept(slot);
            return WriteResult.WRITTEN;
        });
        return result == null ? WriteResult.MISSING : result;
    }

    /**
     * Does one step on a row, alone, once no other transaction has changed it. The slot of a row that this
     * transaction has deleted is there, without a row.
     *
     * @return the result, or null if there is no such row
     */
    private <R> @Nullable R onRow(Object key, @Nullable Transaction transaction, Function<Slot, R> step) {
        while (true) {
            Slot slot = slots.get(key);
            if (slot == null) {
                return null;
            }
            Transaction blocker = slot.blocker(transaction);
            if (blocker != null) {
                WaitGraph.await(LockKey.of(mapping.name() + ":" + key), transaction, blocker);
                continue;
            }
            R result = gate.enter(() -> {
                synchronized (slot) {
                    boolean canStep = !slot.isRemoved() && slot.blocker(transaction) == null;
                    return canStep ? step.apply(slot) : null;
                }
            });
            if (result != null) {
                return result;
            }
            removeIfEmpty(key, slot);
        }
    }

    /** Makes the slot of a new row, unless there is one by now. */
    private boolean add(Object key, Row row, @Nullable Transaction transaction) {
        if (transaction == null) {
            return gate.enter(() -> slots.putIfAbsent(key, new Slot(row)) == null);
        }
        Slot slot = new Slot();
        synchronized (slot) {
            boolean isAdded = slots.putIfAbsent(key, slot) == null;
            if (isAdded) {
                put(key, slot, row, 0, transaction);
            }
            return isAdded;
        }
    }

    /** Changes a row whose monitor is held. */
    private void put(Object key, Slot slot, @Nullable Row row, long fence, @Nullable Transaction transaction) {
        if (transaction != null) {
            transaction.record(slot, new Change(this, key, row, fence));
            slot.lockedBy(transaction);
        } else {
            slot.commit(row, fence);
            removeIfEmpty(key, slot);
        }
    }
}
