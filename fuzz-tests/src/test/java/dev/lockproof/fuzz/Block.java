package dev.lockproof.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Statements, each with what may be done before it. Mutable, since mutants are made by changing a program. */
final class Block {

    private final List<Stmt> statements = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private Place end;

    Block(Place start) {
        this.end = start;
    }

    Block add(Stmt statement, Place after) {
        statements.add(statement);
        places.add(end);
        end = after;
        return this;
    }

    List<Stmt> statements() {
        return statements;
    }

    /** Gives the number of gaps where something can be put. */
    int gaps() {
        return statements.size() + 1;
    }

    Place placeAt(int gap) {
        return gap < places.size() ? places.get(gap) : end;
    }

    void insert(int gap, Stmt statement) {
        Place place = placeAt(gap);
        statements.add(gap, statement);
        places.add(gap, place);
    }

    Stmt remove(int index) {
        places.remove(index);
        return statements.remove(index);
    }

    void print(Printer out) {
        statements.forEach(statement -> statement.print(out));
    }
}
