import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresEscapes {
    private Runnable kept;
    private final List<Runnable> queue = new ArrayList<>();

    void stores(@RunsInline Runnable work) {
        kept = work; // error: [inline.param.escapes]
    }

    void handsOn(@RunsInline Runnable work, Executor executor) {
        executor.execute(work); // error: [inline.param.escapes]
    }

    void collects(@RunsInline Runnable work) {
        queue.add(work); // error: [inline.param.escapes]
    }

    Runnable returns(@RunsInline Runnable work) {
        return work; // error: [inline.param.escapes]
    }

    void captures(@RunsInline Runnable work, Executor executor) {
        executor.execute(() -> work.run()); // error: [inline.param.escapes]
    }

    void refersTo(@RunsInline Runnable work, Executor executor) {
        executor.execute(work::run); // error: [inline.param.escapes]
    }

    void combines(@RunsInline Consumer<String> first, Consumer<String> second) {
        first.andThen(second).accept("x"); // error: [inline.param.escapes]
    }

    void aliases(@RunsInline Runnable work) {
        Runnable alias = work; // error: [inline.param.escapes]
        alias.run();
    }

    void checksAndStores(@RunsInline Runnable work) {
        kept = Objects.requireNonNull(work); // error: [inline.param.escapes]
    }

    void inClass(@RunsInline Runnable work) {
        new Thread() {
            @Override
            public void run() {
                work.run(); // error: [inline.param.escapes]
            }
        }.start();
    }

    void lazily(@RunsInline Function<String, String> function, List<String> list) {
        list.stream().map(function).iterator(); // error: [inline.param.escapes]
    }

    FiresEscapes(@RunsInline Runnable work) {
        this.kept = work; // error: [inline.param.escapes]
    }

    record Stores(@RunsInline Runnable work) {} // error: [inline.param.escapes]

    record Compact(@RunsInline Runnable work) { // error: [inline.param.escapes]
        Compact {
            work.run();
        }
    }

    record Explicit(Object result) {
        Explicit(@RunsInline Supplier<Object> work) {
            this(work.get());
        }
    }

    void narrows(@RunsInline Runnable work) {
        if (work instanceof Task task) { // error: [inline.param.escapes]
            kept = task;
        }
    }

    interface Task extends Runnable {}
}
