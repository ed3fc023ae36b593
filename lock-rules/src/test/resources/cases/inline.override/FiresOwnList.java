import java.util.*;
import java.util.function.*;

/** It names nothing of Lockproof, and the JDK's promise is kept all the same. */
class FiresOwnList extends ArrayList<Integer> {
    private Consumer<? super Integer> kept;

    @Override
    public void forEach(Consumer<? super Integer> action) {
        kept = action; // error: [inline.override]
    }
}
