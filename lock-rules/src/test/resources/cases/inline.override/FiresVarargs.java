import dev.lockproof.annotations.*;
import java.util.function.*;

/** A method with a variable number of parameters keeps what it gets, however many there are. */
class FiresVarargs {
    interface Log {
        void log(String text, @RunsInline Supplier<String> details);
    }

    interface Make {
        Kept make(@RunsInline Runnable first, @RunsInline Runnable second);
    }

    interface On {
        void on(Kept kept, @RunsInline Runnable first, @RunsInline Runnable second);
    }

    static class Kept {
        Kept(Object... functions) {}

        void keep(Object... functions) {}
    }

    static void log(Object... values) {}

    void references(Kept kept) {
        Log log = FiresVarargs::log; // error: [inline.override]
        Make make = Kept::new; // error: [inline.override]
        On on = Kept::keep; // error: [inline.override]
        Make bound = (first, second) -> kept;
    }
}
