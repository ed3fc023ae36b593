package dev.lockproof.test.entities;

/** A record entity with a composite id of two texts. */
public record Seat(Place place, boolean isTaken) {

    /** Where the seat is. */
    public record Place(String hall, String row) {}
}
