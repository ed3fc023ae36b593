package dev.lockproof.test;

import static dev.lockproof.test.entities.AccountFields.BALANCE;
import static dev.lockproof.test.entities.AccountFields.ID;
import static dev.lockproof.test.entities.AccountFields.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Query;
import dev.lockproof.Repository;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.PersistentAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages that go on behind the last entity of the page before. */
interface PageContract extends StoreTests {

    Comparator<PersistentAccount> BY_ID = Comparator.comparing(PersistentAccount::getId);
    Comparator<PersistentAccount> BY_BALANCE = Comparator.comparingLong(PersistentAccount::getBalance);
    Comparator<PersistentAccount> BY_OWNER =
            Comparator.comparing(PersistentAccount::getOwner, Comparator.nullsLast(Comparator.naturalOrder()));
    Comparator<PersistentAccount> BY_OWNER_DOWN =
            Comparator.comparing(PersistentAccount::getOwner, Comparator.nullsLast(Comparator.reverseOrder()));

    @Test
    default void equalValuesAreOrderedByTheIdAlsoWithoutPages() {
        insertMany();
        assertThat(accounts().find(Query.<Account>all().orderBy(BALANCE.ascending())))
                .isSortedAccordingTo(BY_BALANCE.thenComparing(BY_ID));
        assertThat(accounts().find(Query.<Account>all().orderBy(BALANCE.descending())))
                .as("in the direction of the last criterion")
                .isSortedAccordingTo(BY_BALANCE.thenComparing(BY_ID).reversed());
        assertThat(accounts().find(Query.<Account>all().orderById())).isSortedAccordingTo(BY_ID);
    }

    @Test
    default void pagesGiveEveryEntityOnceInOrder() {
        insertMany();
        Query<Account> all = Query.all();
        assertPages(all.orderBy(BALANCE.ascending()), BY_BALANCE.thenComparing(BY_ID));
        assertPages(
                all.orderBy(BALANCE.descending()),
                BY_BALANCE.thenComparing(BY_ID).reversed());
        assertPages(all.orderById(), BY_ID);
        assertPages(all.orderBy(ID.descending()), BY_ID.reversed());
    }

    @Test
    default void directionsMayDiffer() {
        insertMany();
        Query<Account> all = Query.all();
        assertPages(all.orderBy(BALANCE.ascending(), ID.descending()), BY_BALANCE.thenComparing(BY_ID.reversed()));
        assertPages(
                all.orderBy(BALANCE.descending(), ID.ascending()),
                BY_BALANCE.reversed().thenComparing(BY_ID));
        assertPages(
                all.orderBy(BALANCE.descending(), OWNER.ascending()),
                BY_BALANCE.reversed().thenComparing(BY_OWNER).thenComparing(BY_ID));
        assertPages(all.orderBy(ID.descending(), BALANCE.ascending()), BY_ID.reversed());
    }

    @Test
    default void nullsAreOnTheLastPages() {
        insertMany();
        Query<Account> all = Query.all();
        assertPages(all.orderBy(OWNER.ascending()), BY_OWNER.thenComparing(BY_ID));
        assertPages(all.orderBy(OWNER.descending()), BY_OWNER_DOWN.thenComparing(BY_ID.reversed()));
        assertPages(
                all.orderBy(OWNER.ascending(), BALANCE.descending(), ID.ascending()),
                BY_OWNER.thenComparing(BY_BALANCE.reversed()).thenComparing(BY_ID));
        assertPages(
                all.orderBy(OWNER.descending(), BALANCE.descending()),
                BY_OWNER_DOWN.thenComparing(BY_BALANCE.thenComparing(BY_ID).reversed()));
    }

    @Test
    default void aConditionHoldsOnEveryPage() {
        insertMany();
        Query<Account> either =
                Query.where(BALANCE.equalTo(0L).or(OWNER.isNull())).orderBy(BALANCE.descending());
        List<PersistentAccount> found = Pages.all(accounts(), either, 7);
        assertThat(found).isEqualTo(accounts().find(either)).hasSizeGreaterThan(20);
        assertThat(found).allMatch(account -> account.getBalance() == 0 || account.getOwner() == null);
    }

    @Test
    default void whatComesAndGoesBetweenPagesMovesNothingElse() {
        IntStream.range(10, 20).forEach(i -> insert("id" + i, i / 5));
        Query<Account> query = Query.<Account>all().orderBy(BALANCE.ascending()).limit(3);
        List<PersistentAccount> first = accounts().find(query);
        assertThat(first).extracting(PersistentAccount::getId).containsExactly("id10", "id11", "id12");
        store().deleteById(ACCOUNT, "id10");
        store().deleteById(ACCOUNT, "id12"); // the position
        store().deleteById(ACCOUNT, "id14");
        insert("id00", 2); // before the position
        insert("id12a", 2); // behind it
        List<PersistentAccount> second = accounts().find(query.after(first.get(2)));
        assertThat(second).extracting(PersistentAccount::getId).containsExactly("id12a", "id13", "id15");
        assertThat(accounts().find(query.limit(100).after(second.get(2))))
                .extracting(PersistentAccount::getId)
                .containsExactly("id16", "id17", "id18", "id19");
    }

    @Test
    default void aPositionIsWhatWasReadAndNotWhatIsStoredNow() {
        IntStream.range(0, 5).forEach(i -> insert("id" + i, i));
        Query<Account> query = Query.<Account>all().orderBy(BALANCE.ascending()).limit(2);
        List<PersistentAccount> first = accounts().find(query);
        claim("id1", 33);
        update("id1", 99, 33);
        assertThat(accounts().find(query.after(first.get(1))))
                .extracting(PersistentAccount::getId)
                .containsExactly("id2", "id3");
    }

    @Test
    default void nothingIsBehindTheLastEntity() {
        insertMany();
        for (Query<Account> query : List.of(
                Query.<Account>all().orderById(),
                Query.<Account>all().orderBy(BALANCE.descending()),
                Query.<Account>all().orderBy(OWNER.ascending()))) {
            List<PersistentAccount> all = accounts().find(query);
            assertThat(accounts().find(query.after(all.get(all.size() - 1)))).isEmpty();
            assertThat(accounts().find(query.after(all.get(0)).limit(0))).isEmpty();
            assertThat(accounts().find(query.after(all.get(0)))).isEqualTo(all.subList(1, all.size()));
        }
    }

    @Test
    default void aPositionThatFitsNotIsRefused() {
        insert("a", 1);
        PersistentAccount account = accounts().require("a");
        Query<Account> all = Query.all();
        for (int i = 0; i < 50; i++) { // more than there are connections
            assertThatThrownBy(() -> accounts().find(all.limit(10).after(account)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Account:a")
                    .hasMessageContaining("orderById()");
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Query<Sample> ofAnother = (Query) all.orderById().after(account);
        assertThatThrownBy(
                        () -> Pages.repository(SampleMapping.INSTANCE, store()).find(ofAnother))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account:a")
                .hasMessageContaining("Sample");
    }

    private void assertPages(Query<Account> query, Comparator<PersistentAccount> order) {
        List<PersistentAccount> all = sorted(accounts().find(Query.all()), order);
        for (int size : List.of(1, 7, 60, 100)) {
            assertThat(Pages.all(accounts(), query, size))
                    .as("pages of %d", size)
                    .isEqualTo(all);
        }
    }

    private static <V> List<V> sorted(List<V> values, Comparator<? super V> order) {
        return values.stream().sorted(order).toList();
    }

    /** 60 accounts, with three balances, four owners and null. */
    private void insertMany() {
        for (int i = 0; i < 60; i++) {
            @Nullable String owner = i % 5 == 0 ? null : "owner" + i % 5;
            accounts().save(new Account("id%02d".formatted(i * 7 % 60), owner, i % 3));
        }
    }

    private Repository<Account, String, PersistentAccount, ?> accounts() {
        return Pages.repository(ACCOUNT, store());
    }
}
