package dev.lockproof.test;

import static dev.lockproof.test.entities.AccountFields.ID;
import static dev.lockproof.test.entities.AccountFields.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.ComparableField;
import dev.lockproof.Query;
import dev.lockproof.Repository;
import dev.lockproof.SortOrder;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.Found;
import dev.lockproof.test.entities.PersistentAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.test.entities.Seat;
import dev.lockproof.test.entities.Seat.Place;
import dev.lockproof.test.entities.SeatMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pages by values of every kind, and by composite ids. */
interface PageValueContract extends StoreTests {

    @Test
    default void aCompositeIdIsOrderedColumnByColumn() {
        List<Place> places = new ArrayList<>();
        for (String hall : List.of("a", "b", "c")) {
            IntStream.range(0, 5).forEach(row -> places.add(new Place(hall, "r" + row)));
        }
        Repository<Seat, ?, Found<Seat>, ?> seats = Pages.repository(SeatMapping.INSTANCE, store());
        places.forEach(place -> seats.save(new Seat(place, place.row().equals("r2"))));
        Comparator<Place> byHall = Comparator.comparing(Place::hall);
        Comparator<Place> byRow = Comparator.comparing(Place::row);
        SortOrder<Seat> hallDown = new SortOrder<>(SeatMapping.PLACE.columns().get(0), true);
        SortOrder<Seat> rowDown = new SortOrder<>(SeatMapping.PLACE.columns().get(1), true);
        SortOrder<Seat> hallUp = new SortOrder<>(SeatMapping.PLACE.columns().get(0), false);
        for (int size : List.of(1, 4, 15)) {
            Query<Seat> all = Query.all();
            assertThat(places(seats, all.orderById(), size)).isEqualTo(sorted(places, byHall.thenComparing(byRow)));
            assertThat(places(seats, all.orderBy(hallDown), size))
                    .isEqualTo(sorted(places, byHall.thenComparing(byRow).reversed()));
            assertThat(places(seats, all.orderBy(rowDown), size))
                    .isEqualTo(sorted(places, byRow.thenComparing(byHall).reversed()));
            assertThat(places(seats, all.orderBy(rowDown, hallUp), size))
                    .isEqualTo(sorted(places, byRow.reversed().thenComparing(byHall)));
        }
    }

    @Test
    default void textIsOnAPageByTheStoresOwnOrder() {
        List<String> texts = List.of(
                "", " ", "a", "A", "a ", "á", "e\u0301", "é", "ß", "ss", "漢", "\uFFFD", "🎉", "🎉🎉", "👩‍👩‍👧", "𝒜");
        Repository<Account, String, PersistentAccount, ?> accounts = Pages.repository(ACCOUNT, store());
        for (String text : texts) {
            accounts.save(new Account(text, text, 0));
            accounts.save(new Account(text + "2", text, 0));
        }
        Query<Account> all = Query.all();
        for (Query<Account> query :
                List.of(all.orderById(), all.orderBy(ID.descending()), all.orderBy(OWNER.ascending()))) {
            List<PersistentAccount> found = Pages.all(accounts, query, 1);
            assertThat(found).isEqualTo(accounts.find(query));
            assertThat(found).hasSize(2 * texts.size()).doesNotHaveDuplicates();
        }
    }

    @TestFactory
    default Stream<DynamicTest> pagesBreakBetweenValuesOfEveryType() {
        return Extremes.PORTABLE.stream()
                .filter(values -> values.field() instanceof ComparableField)
                .map(values -> DynamicTest.dynamicTest(values.field().name(), () -> arePaged(values)));
    }

    /** The tests of one factory share a store. */
    private <V> void arePaged(Extremes<V> extremes) {
        Repository<Sample, Long, Found<Sample>, ?> samples = Pages.repository(SampleMapping.INSTANCE, store());
        List<Long> ids = new ArrayList<>();
        for (long id = 0; id < 2L * (extremes.ascending().size() + 1); id++) {
            ids.add(id);
            samples.deleteById(id);
            int index = (int) (id / 2); // each value twice, then null twice
            @Nullable
            V value = index < extremes.ascending().size() ? extremes.ascending().get(index) : null;
            samples.save(Sample.of(id, extremes.field(), value));
        }
        ComparableField<Sample, ?> field = (ComparableField<Sample, ?>) extremes.field();
        for (SortOrder<Sample> order : List.of(field.ascending(), field.descending())) {
            Query<Sample> query = Query.where(SampleMapping.ID.in(ids)).orderBy(order);
            List<Found<Sample>> found = Pages.all(samples, query, 1);
            assertThat(found.stream().map(sample -> sample.entity().id()).toList())
                    .isEqualTo(samples.find(query).stream()
                            .map(sample -> sample.entity().id())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    private static List<Place> places(Repository<Seat, ?, Found<Seat>, ?> seats, Query<Seat> query, int size) {
        return Pages.all(seats, query, size).stream()
                .map(seat -> seat.entity().place())
                .toList();
    }

    private static <V> List<V> sorted(List<V> values, Comparator<? super V> order) {
        return values.stream().sorted(order).toList();
    }
}
