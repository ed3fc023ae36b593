import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** The default methods of a function may keep it. */
class FiresDefaults {
    static Object kept;

    interface Task {
        void run();

        default void keep() {
            kept = this;
        }
    }

    interface Leaky extends Consumer<Integer> {
        void go(Integer value);

        @Override
        default void accept(Integer value) {
            kept = this;
        }
    }

    static void now(@RunsInline Runnable work) {
        work.run();
    }

    void refers(@RunsInline Task task) {
        now(task::run);
        now(task::hashCode);
        now(task::keep); // error: [inline.param.escapes]
    }

    void widens(@RunsInline Leaky leaky) {
        leaky.go(1);
        List.of(1).forEach(leaky); // error: [inline.param.escapes]
        List.of(1).forEach((Consumer<Integer>) leaky); // error: [inline.param.escapes]
        ((Consumer<Integer>) leaky).accept(1); // error: [inline.param.escapes]
    }
}
