package dev.lockproof.benchmarks.compile;

/** Writes the source of a class that finds, creates, locks and saves one kind of entity. */
final class UserSource {

    private UserSource() {}

    static String of(EntityShape entity) {
        return """
                package %1$s;

                import dev.lockproof.LockService;
                import dev.lockproof.LockedPair;
                import dev.lockproof.Query;
                import dev.lockproof.annotations.AcquiresLock;
                import dev.lockproof.annotations.Locked;
                import java.util.ArrayList;
                import java.util.List;

                public final class %2$sService {

                    private final %2$sRepository items;
                    private final LockService locks;

                    public %2$sService(%2$sRepository items, LockService locks) {
                        this.items = items;
                        this.locks = locks;
                    }

                    public void create(String id) {
                        items.save(new %2$s(%3$s));
                    }

                    @AcquiresLock
                    public void add(String id, long by) {
                        try (Locked%2$s item = locks.acquire(items.findById(id), () -> new IllegalStateException(id))) {
                            apply(item, by);
                        }
                    }

                    @AcquiresLock
                    public void move(String from, String to, long by) {
                        try (LockedPair<Locked%2$s, Locked%2$s> pair =
                                locks.acquireBoth(items.require(from), items.require(to))) {
                            if (pair.first().%4$s < by) {
                                throw new IllegalArgumentException("only " + pair.first().%4$s + " in " + from);
                            }
                            apply(pair.first(), -by);
                            apply(pair.second(), by);
                        }
                    }

                    @AcquiresLock
                    public boolean addIfFree(String id, long by) {
                        try (Locked%2$s item = items.tryLock(id)) {
                            if (item == null) {
                                return false;
                            }
                            apply(item, by);
                            return true;
                        }
                    }

                    @AcquiresLock
                    public long empty(String id) {
                        return items.withLock(id, item -> {
                            long amount = item.%4$s;
                            apply(item, -amount);
                            return amount;
                        });
                    }

                    @AcquiresLock
                    public int addToAll(List<String> ids, long by) {
                        List<String> refused = new ArrayList<>();
                        for (String id : ids) {
                            if (!addIfFree(id, by)) {
                                refused.add(id);
                            }
                        }
                        refused.forEach(id -> items.deleteById(id));
                        return ids.size() - refused.size();
                    }

                    public long sum(long least) {
                        return items.find(Query.where(%2$sFields.AMOUNT.greaterThan(least))).stream()
                                .mapToLong(item -> item.%4$s)
                                .sum();
                    }

                    public boolean isEmpty(@Locked %2$s item) {
                        return item.%4$s == 0;
                    }

                    private void apply(%5$s) {
                        %6$s
                    }
                }
                """.formatted(
                        entity.packageName(),
                        entity.name(),
                        entity.sampleArguments(),
                        entity.isRecord() ? "amount()" : "getAmount()",
                        entity.isRecord()
                                ? "Locked%s item, long by".formatted(entity.name())
                                : "@Locked %s item, long by".formatted(entity.name()),
                        entity.isRecord()
                                ? "items.save(item.change(old -> old.plus(by)));"
                                : "item.add(by); items.save(item);");
    }
}
