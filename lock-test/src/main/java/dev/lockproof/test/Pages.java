package dev.lockproof.test;

import dev.lockproof.AbstractRepository;
import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.Persistent;
import dev.lockproof.Query;
import dev.lockproof.Repository;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import java.util.ArrayList;
import java.util.List;

/** What the tests of pages share. */
final class Pages {

    private static final int ENOUGH = 1_000;

    private Pages() {}

    /** Puts all pages together; stops if they seem to have no end. */
    static <T, P extends Persistent<T, ?>> List<P> all(Repository<T, ?, P, ?> repository, Query<T> query, int size) {
        List<P> all = new ArrayList<>();
        List<P> page = repository.find(query.limit(size));
        while (!page.isEmpty() && all.size() < ENOUGH) {
            all.addAll(page);
            page = repository.find(query.limit(size).after(page.get(page.size() - 1)));
        }
        return all;
    }

    static <T, K, P extends Persistent<T, L>, L extends LockProof<T>> Repository<T, K, P, L> repository(
            EntityMapping<T, K, P, L> mapping, EntityStore store) {
        return new AbstractRepository<>(mapping, store, LockService.of(new EndlessLeases(0))) {};
    }
}
