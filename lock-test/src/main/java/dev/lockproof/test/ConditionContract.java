package dev.lockproof.test;

import static dev.lockproof.test.entities.AccountFields.BALANCE;
import static dev.lockproof.test.entities.AccountFields.ID;
import static dev.lockproof.test.entities.AccountFields.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.Seat;
import dev.lockproof.test.entities.Seat.Place;
import dev.lockproof.test.entities.SeatMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which entities meet which condition. */
interface ConditionContract extends StoreTests {

    @Test
    default void numbersAreCompared() {
        insertFour();
        assertThat(idsOf(BALANCE.equalTo(200L))).containsExactlyInAnyOrder("b");
        assertThat(idsOf(BALANCE.notEqualTo(200L))).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(idsOf(BALANCE.lessThan(200L))).containsExactlyInAnyOrder("a");
        assertThat(idsOf(BALANCE.lessThanOrEqualTo(200L))).containsExactlyInAnyOrder("a", "b");
        assertThat(idsOf(BALANCE.greaterThan(200L))).containsExactlyInAnyOrder("c", "d");
        assertThat(idsOf(BALANCE.greaterThanOrEqualTo(200L))).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(idsOf(BALANCE.between(200L, 300L))).containsExactlyInAnyOrder("b", "c");
        assertThat(idsOf(BALANCE.between(300L, 200L))).isEmpty();
        assertThat(idsOf(BALANCE.in(List.of(100L, 400L, 999L)))).containsExactlyInAnyOrder("a", "d");
    }

    @Test
    default void aNullMeetsNoComparisonNorItsOpposite() {
        insertFour(); // c has no owner
        assertThat(idsOf(OWNER.equalTo("Ann"))).containsExactlyInAnyOrder("a");
        assertThat(idsOf(OWNER.notEqualTo("Ann"))).containsExactlyInAnyOrder("b", "d");
        assertThat(idsOf(OWNER.equalTo("Ann").not())).containsExactlyInAnyOrder("b", "d");
        assertThat(idsOf(OWNER.equalTo("Ann").not().not())).containsExactlyInAnyOrder("a");
        assertThat(idsOf(OWNER.lessThan("B"))).containsExactlyInAnyOrder("a");
        assertThat(idsOf(OWNER.lessThan("B").not())).containsExactlyInAnyOrder("b", "d");
        assertThat(idsOf(OWNER.in(List.of("Ann", "Bob")))).containsExactlyInAnyOrder("a", "b");
        assertThat(idsOf(OWNER.in(List.of("Ann", "Bob")).not())).containsExactlyInAnyOrder("d");
        assertThat(idsOf(OWNER.like("%"))).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(idsOf(OWNER.like("%").not())).isEmpty();
        assertThat(idsOf(OWNER.startsWith("A").not())).containsExactlyInAnyOrder("b", "d");
    }

    @Test
    default void aNullIsFoundByAskingForIt() {
        insertFour();
        assertThat(idsOf(OWNER.isNull())).containsExactlyInAnyOrder("c");
        assertThat(idsOf(OWNER.isNotNull())).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(idsOf(OWNER.isNull().not())).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(idsOf(BALANCE.isNull())).isEmpty();
    }

    @Test
    default void unknownIsNeitherTrueNorFalseWhenItIsJoined() {
        insertFour();
        Condition<Account> unknownForC = OWNER.equalTo("Ann");
        Condition<Account> onlyC = ID.equalTo("c");
        assertThat(idsOf(onlyC.and(unknownForC))).isEmpty();
        assertThat(idsOf(onlyC.and(unknownForC).not())).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(idsOf(onlyC.and(unknownForC.not()))).isEmpty();
        assertThat(idsOf(onlyC.or(unknownForC))).containsExactlyInAnyOrder("a", "c");
        assertThat(idsOf(onlyC.not().or(unknownForC))).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(idsOf(onlyC.not().and(unknownForC).not())).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(idsOf(unknownForC.or(unknownForC.not()))).containsExactlyInAnyOrder("a", "b", "d");
    }

    @Test
    default void conditionsNest() {
        insertFour();
        assertThat(idsOf(BALANCE.lessThan(150L).or(BALANCE.greaterThan(350L).and(OWNER.equalTo("Dan")))))
                .containsExactlyInAnyOrder("a", "d");
        assertThat(idsOf(BALANCE.lessThan(150L).or(BALANCE.greaterThan(250L)).and(OWNER.isNull())))
                .containsExactlyInAnyOrder("c");
        assertThat(idsOf(BALANCE.lessThan(150L).or(BALANCE.greaterThan(350L)).not()))
                .containsExactlyInAnyOrder("b", "c");
    }

    @Test
    default void emptyListsAreDecided() {
        insertFour();
        assertThat(idsOf(Condition.all())).hasSize(4);
        assertThat(idsOf(Condition.<Account>all().not())).isEmpty();
        assertThat(idsOf(Condition.allOf(List.of()))).hasSize(4);
        assertThat(idsOf(Condition.anyOf(List.of()))).isEmpty();
        assertThat(idsOf(OWNER.in(List.of()))).isEmpty();
        assertThat(idsOf(OWNER.in(List.of()).not()))
                .as("also the one without owner")
                .hasSize(4);
        assertThat(idsOf(Condition.<Account>all().and(OWNER.in(List.of()).or(ID.equalTo("c")))))
                .containsExactlyInAnyOrder("c");
    }

    @Test
    default void longListsAreNoProblem() {
        insertFour();
        List<String> many =
                IntStream.range(0, 5_000).mapToObj(i -> "none" + i).collect(Collectors.toCollection(ArrayList::new));
        assertThat(idsOf(ID.in(many))).isEmpty();
        many.add("b");
        assertThat(idsOf(ID.in(many))).containsExactlyInAnyOrder("b");
        assertThat(idsOf(ID.in(Collections.nCopies(10, "b")))).containsExactlyInAnyOrder("b");
        Condition<Account> any =
                Condition.anyOf(many.stream().limit(200).map(ID::equalTo).toList());
        assertThat(idsOf(any.or(ID.equalTo("d")))).containsExactlyInAnyOrder("d");
    }

    @Test
    default void patternsMatchTheWholeText() {
        insertOwners("Ann", "Anna", "Hanna", "ann", "", "A\nB", "100%", "100x", "a_b", "axb", "a\\b", "🎉x");
        assertThat(owners(OWNER.like("Ann"))).containsExactlyInAnyOrder("Ann");
        assertThat(owners(OWNER.like("Ann%"))).containsExactlyInAnyOrder("Ann", "Anna");
        assertThat(owners(OWNER.like("%ann%"))).containsExactlyInAnyOrder("Hanna", "ann");
        assertThat(owners(OWNER.like("A_n%a"))).containsExactlyInAnyOrder("Anna");
        assertThat(owners(OWNER.like("___"))).containsExactlyInAnyOrder("Ann", "ann", "A\nB", "a_b", "axb", "a\\b");
        assertThat(owners(OWNER.like("__"))).as("one character of 4 bytes").containsExactlyInAnyOrder("🎉x");
        assertThat(owners(OWNER.like(""))).containsExactlyInAnyOrder("");
        assertThat(owners(OWNER.like("A%B"))).containsExactlyInAnyOrder("A\nB");
    }

    @Test
    default void aBackslashTakesTheNextCharacterOfAPatternLiterally() {
        insertOwners("100%", "100x", "a_b", "axb", "a\\b", "a\\xb");
        assertThat(owners(OWNER.like("100\\%"))).containsExactlyInAnyOrder("100%");
        assertThat(owners(OWNER.like("a\\_b"))).containsExactlyInAnyOrder("a_b");
        assertThat(owners(OWNER.like("a\\\\b"))).containsExactlyInAnyOrder("a\\b");
        assertThat(owners(OWNER.like("a\\\\%b"))).containsExactlyInAnyOrder("a\\b", "a\\xb");
    }

    @Test
    default void aPrefixIsTakenLiterally() {
        insertOwners("100%", "100% sure", "100x", "a_b", "axb", "a\\b", "A_b");
        assertThat(owners(OWNER.startsWith("100%"))).containsExactlyInAnyOrder("100%", "100% sure");
        assertThat(owners(OWNER.startsWith("a_"))).containsExactlyInAnyOrder("a_b");
        assertThat(owners(OWNER.startsWith("a\\"))).containsExactlyInAnyOrder("a\\b");
        assertThat(owners(OWNER.startsWith(""))).hasSize(7);
    }

    @Test
    default void valuesInConditionsAreNeverPartOfTheQuery() {
        String attack = "' or '1'='1";
        insertOwners("Ann", attack, "\"; drop table account; --", "?", ":1", "$1", "{d '2000-01-01'}");
        assertThat(owners(OWNER.equalTo(attack))).containsExactlyInAnyOrder(attack);
        assertThat(owners(OWNER.in(List.of(attack, "?", ":1", "$1")))).hasSize(4);
        assertThat(owners(OWNER.startsWith("\"; drop"))).hasSize(1);
        assertThat(owners(OWNER.startsWith("{d"))).hasSize(1);
        assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(7);
    }

    @Test
    default void compositeIdsAreComparedAsAWhole() {
        Place first = new Place("1", "2");
        Place second = new Place("1", "3");
        Place third = new Place("2", "2");
        Stream.of(first, second, third)
                .forEach(place ->
                        store().insert(SeatMapping.INSTANCE, SeatMapping.INSTANCE.row(new Seat(place, false))));
        assertThat(places(SeatMapping.PLACE.equalTo(first))).containsExactlyInAnyOrder(first);
        assertThat(places(SeatMapping.PLACE.notEqualTo(first))).containsExactlyInAnyOrder(second, third);
        assertThat(places(SeatMapping.PLACE.in(List.of(first, third)))).containsExactlyInAnyOrder(first, third);
        assertThat(places(SeatMapping.PLACE.in(List.of()))).isEmpty();
        assertThat(places(SeatMapping.PLACE.isNull())).isEmpty();
        assertThat(places(SeatMapping.PLACE.isNotNull())).hasSize(3);
    }

    /** Gives the ids of the accounts that meet a condition, and checks that they are counted alike. */
    private Set<String> idsOf(Condition<Account> condition) {
        try (Stream<Row> rows = store().stream(ACCOUNT, Query.where(condition))) {
            Set<String> ids = rows.map(row -> row.require(ID)).collect(Collectors.toSet());
            assertThat(store().count(ACCOUNT, condition)).isEqualTo(ids.size());
            return ids;
        }
    }

    private Set<String> owners(Condition<Account> condition) {
        try (Stream<Row> rows = store().stream(ACCOUNT, Query.where(condition))) {
            return rows.map(row -> row.require(OWNER)).collect(Collectors.toSet());
        }
    }

    private Set<Place> places(Condition<Seat> condition) {
        try (Stream<Row> rows = store().stream(SeatMapping.INSTANCE, Query.where(condition))) {
            return rows.map(row -> row.require(SeatMapping.PLACE)).collect(Collectors.toSet());
        }
    }

    private void insertFour() {
        store().insert(ACCOUNT, ACCOUNT.row(new Account("a", "Ann", 100)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("b", "Bob", 200)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("c", null, 300)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("d", "Dan", 400)));
    }

    private void insertOwners(String... owners) {
        for (int i = 0; i < owners.length; i++) {
            store().insert(ACCOUNT, ACCOUNT.row(new Account("id" + i, owners[i], 0)));
        }
    }
}
