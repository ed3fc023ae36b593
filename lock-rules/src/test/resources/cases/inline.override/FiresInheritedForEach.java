import java.util.*;
import java.util.function.*;

/** It names nothing of Lockproof, and the JDK's promise is kept all the same. */
class FiresInheritedForEach {
    abstract static class Keeper {
        private Consumer<? super Integer> kept;

        public void forEach(Consumer<? super Integer> action) {
            kept = action;
        }
    }

    abstract static class Kept extends Keeper implements Iterable<Integer> {} // error: [inline.override]
}
