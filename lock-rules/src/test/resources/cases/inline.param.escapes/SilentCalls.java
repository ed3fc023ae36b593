import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentCalls {
    void calls(@RunsInline Runnable work, boolean twice) {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(work).run();
        if (twice && work != null) {
            work.run();
        }
        work.run();
        ((Runnable) work).run();
    }

    void handsOn(@RunsInline Runnable work, @RunsInline Consumer<String> each, List<String> list) {
        calls(work, true);
        list.forEach(each);
        list.forEach(x -> work.run());
        list.forEach(each::accept);
        list.stream().filter(x -> x.isEmpty()).forEach(each);
    }

    <R> R result(@RunsInline Supplier<R> work) {
        try {
            return work.get();
        } finally {
            work.hashCode();
        }
    }

    void plain(Runnable work, Executor executor) {
        executor.execute(work);
    }
}
