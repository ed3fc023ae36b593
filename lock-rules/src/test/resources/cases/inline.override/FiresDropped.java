import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresDropped {
    interface Work {
        void with(@RunsInline Runnable work);
    }

    static class Drops implements Work {
        @Override
        public void with(Runnable work) { // error: [inline.override]
            new Thread(work).start();
        }
    }

    static class Unrelated {
        public void with(Runnable work) {
            new Thread(work).start();
        }
    }

    static class Inherits extends Unrelated implements Work {} // error: [inline.override]

    void functions(Executor executor) {
        Work lambda = work -> executor.execute(work); // error: [inline.override]
        Work explicit = (Runnable work) -> {
            new Thread(work).start(); // error: [inline.override]
        };
        Work reference = executor::execute; // error: [inline.override]
        BiWork unbound = Executor::execute; // error: [inline.override]
        Work constructor = Thread::new; // error: [inline.override]
    }

    interface BiWork {
        void with(Executor executor, @RunsInline Runnable work);
    }

    static class Queue extends ArrayList<String> {
        @Override
        public void forEach(Consumer<? super String> action) {
            new Thread(() -> super.forEach(action)).start(); // error: [inline.override]
        }
    }
}
