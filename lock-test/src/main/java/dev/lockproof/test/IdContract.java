package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.Condition;
import dev.lockproof.LockException;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Seat;
import dev.lockproof.test.entities.Seat.Place;
import dev.lockproof.test.entities.SeatMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that try to be taken for something else. */
interface IdContract extends StoreTests {

    @Test
    default void idsAreTakenAsTheyAre() {
        List<String> ids = List.of(
                "",
                " ",
                "a",
                "a ",
                " a",
                "A",
                "á",
                "é",
                "e\u0301",
                "'",
                "''",
                "\"",
                "`",
                "\\",
                "\\'",
                "%",
                "_",
                "?",
                ":1",
                "$1",
                ";",
                "--",
                "/*",
                "'; delete from account; --",
                "\" or \"\"=\"",
                "a,b",
                "a:b",
                "null",
                "\t",
                "\n",
                "\r\n",
                "\u0001\u001F\u007F",
                "\u200B",
                "\u202Eabc",
                "漢字",
                "🎉",
                "x".repeat(250));
        for (int i = 0; i < ids.size(); i++) {
            assertThat(insert(ids.get(i), i)).as("%s is new", ids.get(i)).isTrue();
        }
        assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            assertThat(balance(id)).isEqualTo(i);
            assertThat(insert(id, -1)).as("%s is stored", id).isFalse();
            assertThat(StoreTests.claimedBalance(claim(id, 33))).isEqualTo(i);
            assertThat(update(id, 1_000 + i, 33)).isEqualTo(WriteResult.WRITTEN);
        }
        for (int i = 0; i < ids.size(); i++) {
            assertThat(balance(ids.get(i))).isEqualTo(1_000 + i);
            assertThat(delete(ids.get(i), 33)).isEqualTo(WriteResult.WRITTEN);
        }
        assertThat(store().count(ACCOUNT, Condition.all())).isZero();
    }

    @Test
    default void idsThatNotEveryStoreTakesAreKeptOrRefusedButNeverCut() {
        String longPrefix = "x".repeat(10_000);
        long balance = 0;
        for (String id : List.of("\0", "a\0b", longPrefix, longPrefix + "1", longPrefix + "2")) {
            try {
                assertThat(insert(id, ++balance)).isTrue();
            } catch (LockException e) {
                continue;
            }
            assertThat(balance(id)).isEqualTo(balance);
            assertThat(StoreTests.claimedBalance(claim(id, 33))).isEqualTo(balance);
        }
        assertThat(exists("a")).isFalse();
        assertThat(exists("x".repeat(255))).isFalse();
    }

    @Test
    default void compositeIdsDoNotRunIntoEachOther() {
        List<Place> places = List.of(
                new Place("a,b", "c"),
                new Place("a", "b,c"),
                new Place("a\\", ",b"),
                new Place("a\\,", "b"),
                new Place("", "a"),
                new Place("a", ""),
                new Place("", ""));
        SeatMapping mapping = SeatMapping.INSTANCE;
        for (Place place : places) {
            assertThat(store().insert(mapping, mapping.row(new Seat(place, false))))
                    .isTrue();
        }
        for (Place place : places) {
            assertThat(store().claim(mapping, place, 33)).isInstanceOf(Claim.Claimed.class);
            assertThat(store().update(mapping, mapping.row(new Seat(place, true)), 33))
                    .isEqualTo(WriteResult.WRITTEN);
            assertThat(mapping.read(store().find(mapping, place).orElseThrow())).isEqualTo(new Seat(place, true));
        }
        assertThat(store().delete(mapping, places.get(0), 33)).isEqualTo(WriteResult.WRITTEN);
        assertThat(store().deleteById(mapping, places.get(1))).isTrue();
        assertThat(store().count(mapping, Condition.all())).isEqualTo(places.size() - 2);
        assertThat(places.stream().map(mapping::lockKey)).doesNotHaveDuplicates();
    }
}
