import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;
import dev.lockproof.annotations.MaybeUnlocked;
import org.checkerframework.framework.qual.DefaultQualifierForUse;
import org.checkerframework.framework.qual.HasQualifierParameter;

/** What a class says about all its uses counts for that class, in whatever order they are looked at, and for no other. */
class FiresUses {

    @Entity
    record Sheet(@Id String id) {}

    @Entity
    @DefaultQualifierForUse(Fresh.class) // error: [locked.location]
    record Draft(@Id String id) {}

    static void fill(@Fresh Sheet sheet) {}

    static void fill(@Fresh Draft draft) {}

    void sheet(Sheet sheet) {
        fill(sheet); // error: [argument.not.locked]
    }

    void draft(Draft draft) {
        fill(draft);
    }

    void oldDraft(@MaybeUnlocked Draft draft) {
        fill(draft); // error: [argument.not.locked]
    }

    static class Bag {
        static Bag same(Bag bag) {
            return bag;
        }
    }

    @HasQualifierParameter(MaybeUnlocked.class)
    static class Box {
        static Box same(Box box) {
            return box;
        }
    }

    static void open(@Fresh Bag bag) {}

    static void open(@Fresh Box box) {}

    void bag(@Fresh Bag bag) {
        open(Bag.same(bag)); // error: [argument.not.locked]
    }

    void box(@Fresh Box box, Box old) {
        open(Box.same(box));
        open(Box.same(old)); // error: [argument.not.locked]
    }
}
