package dev.lockproof.test.entities;

import dev.lockproof.Field;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.ColumnType;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.RowWriter;
import dev.lockproof.test.entities.Seat.Place;
import java.util.List;

/** The mapping of {@link Seat}. */
public final class SeatMapping extends RecordMapping<Seat, Place> {

    public static final Field<Seat, Place> PLACE = Field.composite(
            "place",
            List.of(Column.required("hall", ColumnType.STRING), Column.required("row", ColumnType.STRING)),
            place -> new Object[] {place.hall(), place.row()},
            parts -> new Place((String) parts[0], (String) parts[1]));
    public static final Field<Seat, Boolean> IS_TAKEN =
            Field.of("isTaken", Column.required("is_taken", ColumnType.BOOLEAN));

    public static final SeatMapping INSTANCE = new SeatMapping();

    private SeatMapping() {
        super("Seat", "seat", PLACE, List.of(IS_TAKEN, PLACE)); // the id is not the first field
    }

    @Override
    public Place idOf(Seat seat) {
        return seat.place();
    }

    @Override
    protected void write(Seat seat, RowWriter row) {
        row.set(PLACE, seat.place());
        row.set(IS_TAKEN, seat.isTaken());
    }

    @Override
    public Seat read(Row row) {
        return new Seat(row.require(PLACE), row.require(IS_TAKEN));
    }
}
