import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.Locked;

/** A component of a record is another entity, whatever is known about the record. */
class FiresComponents {
    @Entity
    record Node(@Id String id, Node next) {
        Node renamed(String other) {
            return new Node(other, next);
        }
    }

    @Entity
    record Leaf(@Id String id, Leaf other) {
        @Override
        public Leaf other() {
            return other == null ? this : other;
        }
    }

    @Entity
    record Draft(@Id String id, @Fresh Draft copy) {}

    static void create(@Fresh Node node) {}

    static void change(@Locked Node node) {}

    static void create(@Fresh Leaf leaf) {}

    static void create(@Fresh Draft draft) {}

    void components(@Locked Node locked, Node stored, Leaf leaf) {
        create(new Node("1", stored).next()); // error: [argument.not.locked]
        change(locked.next()); // error: [argument.not.locked]
        create(new Node("1", stored).renamed("2"));
        change(locked.renamed("2"));
        create(new Leaf("1", leaf).other()); // error: [argument.not.locked]
        create(new Draft("1", null).copy());
    }
}
