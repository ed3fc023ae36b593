package dev.lockproof.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Condition;
import dev.lockproof.Field;
import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.Persistent;
import dev.lockproof.Query;
import dev.lockproof.SortOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class EntityMappingTest {

    private static final Field<Note, String> ID = Field.of("id", Column.required("id", ColumnType.STRING));
    private static final Field<Note, byte[]> SECRET = Field.of("secret", Column.nullable("secret", ColumnType.BYTES));
    private static final Notes NOTES = new Notes("Note", ID, List.of(SECRET, ID), Notes::writeAll);

    @Test
    void aLockKeyHasTheEntitysNameAndItsId() {
        assertThat(NOTES.lockKey("42")).isEqualTo(LockKey.of("Note:42"));
        assertThat(NOTES.lockKey("")).isEqualTo(LockKey.of("Note:"));
        assertThat(NOTES.lockKey("a,b\\c")).as("no escapes without need").isEqualTo(LockKey.of("Note:a,b\\c"));
    }

    @Test
    void idsThatAreTheSameNumberHaveTheSameKey() {
        assertThat(key(ColumnType.DECIMAL, new BigDecimal("1.50"))).isEqualTo("E:1.5");
        assertThat(key(ColumnType.DECIMAL, new BigDecimal("1E+2"))).isEqualTo("E:100");
        assertThat(key(ColumnType.DECIMAL, new BigDecimal("0.00"))).isEqualTo("E:0");
    }

    @Test
    void idsOfOtherTypesAreWrittenAsTheyAreStored() {
        assertThat(key(ColumnType.LONG, -1L)).isEqualTo("E:-1");
        assertThat(key(ColumnType.UUID, new UUID(1, 2))).isEqualTo("E:00000000-0000-0001-0000-000000000002");
        assertThat(key(ColumnType.BYTES, new byte[] {1, -1})).isEqualTo("E:01ff");
    }

    @Test
    void thePartsOfACompositeIdAreToldApart() {
        Field<Note, List<String>> id = Field.composite(
                "id",
                List.of(Column.required("a", ColumnType.STRING), Column.required("b", ColumnType.STRING)),
                List::toArray,
                parts -> List.of((String) parts[0], (String) parts[1]));
        EntityMapping<Note, List<String>, ?, ?> mapping = new Mapping<>("E", id);
        assertThat(mapping.lockKey(List.of("1", "2"))).isEqualTo(LockKey.of("E:1,2"));
        assertThat(mapping.lockKey(List.of("1,2", "3"))).isEqualTo(LockKey.of("E:1\\,2,3"));
        assertThat(mapping.lockKey(List.of("1", "2,3"))).isEqualTo(LockKey.of("E:1,2\\,3"));
        assertThat(mapping.lockKey(List.of("1\\", "2"))).isEqualTo(LockKey.of("E:1\\\\,2"));
    }

    @Test
    void aRowHasThePropertiesOfTheEntity() {
        Row row = NOTES.row(new Note("a", new byte[] {1}));
        assertThat(row.get(ID)).isEqualTo("a");
        assertThat(row.require(SECRET)).containsExactly(1);
        assertThat(row.stored(1)).isEqualTo("a");
        assertThat(row).isEqualTo(NOTES.row(new Note("a", new byte[] {1})));
        assertThat(row).hasSameHashCodeAs(NOTES.row(new Note("a", new byte[] {1})));
        assertThat(row).isNotEqualTo(NOTES.row(new Note("a", new byte[] {2})));
        assertThat(row).as("values may be secrets").hasToString("Note:a");
    }

    @Test
    void nullIsRefusedWhereItIsNotTaken() {
        assertThatThrownBy(() -> NOTES.row(new Note(null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note.id")
                .hasMessageContaining("@Nullable");
        assertThatThrownBy(() -> NOTES.row(new Note("a", null)).require(SECRET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Note.secret")
                .hasMessageContaining("Note:a");
    }

    @Test
    void aMappingThatForgetsAColumnIsNamed() {
        Notes forgetful = new Notes("Note", ID, List.of(ID, SECRET), (note, row) -> row.set(SECRET, note.secret()));
        assertThatThrownBy(() -> forgetful.row(new Note("a", null)))
                .hasMessage("The mapping of Note does not write the column id");
    }

    @Test
    void theFieldOfAnotherEntityIsRefused() {
        Field<Object, String> other = Field.of("other", Column.nullable("other", ColumnType.STRING));
        assertThatThrownBy(() -> NOTES.row(new Note("a", null)).get(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Note has no field other; it has [secret, id]");
        assertThatThrownBy(() -> new Mapping<>("Note", ID, List.of(SECRET))).hasMessageContaining("Note");
    }

    @Test
    void aRowHasOneValueForEachColumn() {
        assertThatThrownBy(() -> Row.of(NOTES, new Object[1])).hasMessage("A row of Note has 2 columns, not 1");
    }

    @Test
    void aChangeKeepsTheId() {
        Note note = new Note("a", null);
        assertThat(NOTES.change(note, n -> new Note(n.id(), new byte[] {7})).secret())
                .containsExactly(7);
        assertThatThrownBy(() -> NOTES.change(note, n -> new Note("b", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note:a")
                .hasMessageContaining("Note:b");
        assertThatThrownBy(() -> NOTES.change(note, n -> null)).hasMessageContaining("Note:a");
    }

    @Test
    void anOrderIsMadeTotalByTheColumnsOfTheId() {
        Column<String> a = Column.required("a", ColumnType.STRING);
        Column<String> b = Column.required("b", ColumnType.STRING);
        Column<Integer> size = Column.nullable("size", ColumnType.INTEGER);
        Field<Note, List<String>> id =
                Field.composite("id", List.of(a, b), List::toArray, parts -> List.of((String) parts[0]));
        Mapping<List<String>> mapping = new Mapping<>("E", id, List.of(Field.of("size", size), id));
        Query<Note> all = Query.all();
        assertThat(mapping.totalOrder(all)).isEmpty();
        assertThat(mapping.totalOrder(all.orderById())).containsExactly(up(a), up(b));
        assertThat(mapping.totalOrder(all.orderBy(up(size)))).containsExactly(up(size), up(a), up(b));
        assertThat(mapping.totalOrder(all.orderBy(up(b), down(size)))).containsExactly(up(b), down(size), down(a));
        assertThat(mapping.totalOrder(all.orderBy(up(b), down(a), up(size))))
                .as("nothing is left to decide")
                .containsExactly(up(b), down(a));
        assertThatThrownBy(() -> mapping.totalOrder(all.orderBy(up(Column.required("c", ColumnType.STRING)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("E has no column c: the order is another entity's");
    }

    @Test
    void aPositionNeedsAnOrderAndTheSameEntity() {
        Row position = NOTES.row(new Note("a", null));
        Query<Note> query = after(position, false);
        assertThatThrownBy(() -> NOTES.totalOrder(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note:a")
                .hasMessageContaining("orderBy(…)");
        assertThat(NOTES.totalOrder(after(position, true))).hasSize(1);
        Notes other = new Notes("Other", ID, List.of(ID), Notes::writeAll);
        assertThatThrownBy(() -> other.totalOrder(after(position, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A query for Other can't begin after Note:a: that is another entity");
    }

    @Test
    void aQueryHasAPositionOrAnOffset() {
        Query<Note> query = after(NOTES.row(new Note("a", null)), true);
        assertThatThrownBy(() -> query.offset(20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A query begins after Note:a or skips an offset of 20, not both: leave one of them out");
        assertThat(query.offset(0).limit(1).orderBy(up(SECRET.columns().get(0))).position())
                .isEqualTo(query.position());
    }

    @Test
    void aNameIsPartOfKeysSoItHasNoColon() {
        assertThatThrownBy(() -> new Mapping<>("a:b", ID)).hasMessageContaining("a:b");
        assertThatThrownBy(() -> new Mapping<>("", ID)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Query<Note> after(Row position, boolean isOrdered) {
        return new Query<>(Condition.all(), List.of(), isOrdered, OptionalInt.empty(), 0, Optional.of(position));
    }

    private static SortOrder<Note> up(Column<?> column) {
        return new SortOrder<>(column, false);
    }

    private static SortOrder<Note> down(Column<?> column) {
        return new SortOrder<>(column, true);
    }

    private static <V> String key(ColumnType<V> type, V id) {
        return new Mapping<>("E", Field.<Note, V>of("id", Column.required("id", type)))
                .lockKey(id)
                .value();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Note(String id, byte[] secret) {}

    private interface Proof extends LockProof<Note> {}

    private static class Mapping<ID> extends EntityMapping<Note, ID, Persistent<Note, Proof>, Proof> {

        Mapping(String name, Field<Note, ID> id) {
            this(name, id, List.of(id));
        }

        Mapping(String name, Field<Note, ID> id, List<Field<Note, ?>> fields) {
            super(name, "note", id, fields);
        }

        @Override
        public ID idOf(Note note) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void write(Note note, RowWriter row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Note read(Row row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Persistent<Note, Proof> persistent(Row row, Lockable<Proof> lockable) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Proof locked(Row row, LockGrant lock) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Notes extends Mapping<String> {

        private final BiConsumer<Note, RowWriter> writer;

        Notes(String name, Field<Note, String> id, List<Field<Note, ?>> fields, BiConsumer<Note, RowWriter> writer) {
            super(name, id, fields);
            this.writer = writer;
        }

        static void writeAll(Note note, RowWriter row) {
            row.set(ID, note.id());
            row.set(SECRET, note.secret());
        }

        @Override
        public String idOf(Note note) {
            return note.id();
        }

        @Override
        protected void write(Note note, RowWriter row) {
            writer.accept(note, row);
        }
    }
}
