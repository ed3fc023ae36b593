import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentKept {
    interface Work {
        void with(@RunsInline Runnable work);
    }

    static class Keeps implements Work {
        @Override
        public void with(@RunsInline Runnable work) {
            work.run();
        }
    }

    static class Promises implements Executor {
        @Override
        public void execute(@RunsInline Runnable work) {
            work.run();
        }
    }

    static void now(@RunsInline Runnable work) {
        work.run();
    }

    void functions(List<String> list) {
        Work lambda = work -> work.run();
        Work reference = SilentKept::now;
        Work bound = new Keeps()::with;
        Consumer<Runnable> plain = work -> new Thread(work).start();
    }

    static class Many extends ArrayList<String> {
        @Override
        public void forEach(Consumer<? super String> action) {
            for (String each : this) {
                action.accept(each);
            }
        }
    }
}
