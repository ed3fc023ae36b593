package dev.lockproof.test;

import static dev.lockproof.test.entities.AccountFields.ID;
import static dev.lockproof.test.entities.AccountFields.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockException;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pages by values of every kind, and by composite ids. */
interface PageValueContract extends StoreTests {

    /** Some stores sort by the beginning of what is longer. */
    int LONGEST = 256;

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

    @Test
    default void longTextsAreRefusedWhereTheStoreSortsThemByTheirBeginningOnly() {
        Repository<Account, String, PersistentAccount, ?> accounts = Pages.repository(ACCOUNT, store());
        String begin = "x".repeat(3_000);
        accounts.save(new Account("1", begin + "b", 0));
        accounts.save(new Account("2", begin + "a", 0));
        accounts.save(new Account("3", begin + "c", 0));
        try {
            assertThat(Pages.all(accounts, Query.<Account>all().orderBy(OWNER.ascending()), 1))
                    .extracting(PersistentAccount::getId)
                    .containsExactly("2", "1", "3");
        } catch (LockException e) {
            assertThat(e).hasMessageContaining("the column owner").hasMessageNotContaining("xxx");
        }
    }

    @TestFactory
    default Stream<DynamicTest> pagesBreakBetweenValuesOfEveryType() {
        return Stream.concat(Extremes.PORTABLE.stream(), Extremes.NOT_PORTABLE.stream())
                .map(values -> DynamicTest.dynamicTest(values.field().name(), () -> arePaged(values)));
    }

    /** The tests of one factory share a store. */
    private <V> void arePaged(Extremes<V> extremes) {
        Repository<Sample, Long, Found<Sample>, ?> samples = Pages.repository(SampleMapping.INSTANCE, store());
        samples.find(Query.all())
                .forEach(sample -> samples.deleteById(sample.entity().id()));
        List<@Nullable V> values = new ArrayList<>(extremes.ascending());
        values.removeIf(value -> (value instanceof String text && text.length() > LONGEST)
                || (value instanceof byte[] bytes && bytes.length > LONGEST));
        values.add(null);
        long id = 0;
        for (@Nullable V value : values) {
            try {
                samples.save(Sample.of(id, extremes.field(), value));
                samples.save(Sample.of(id + 1, extremes.field(), value));
                id += 2;
            } catch (LockException e) {
                assertThat(Extremes.NOT_PORTABLE).as("refused %s", value).contains(extremes);
            }
        }
        for (boolean isDescending : List.of(false, true)) {
            Query<Sample> query = Query.<Sample>all()
                    .orderBy(new SortOrder<>(extremes.field().columns().get(0), isDescending));
            assertThat(ids(Pages.all(samples, query, 1)))
                    .isEqualTo(ids(samples.find(query)))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, id).boxed().toList());
        }
    }

    private static List<Long> ids(List<Found<Sample>> samples) {
        return samples.stream().map(sample -> sample.entity().id()).toList();
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
