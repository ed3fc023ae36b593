import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentInherited {
    interface Task {
        @AcquiresLock
        void work();
    }

    interface Quiet {
        void rest();
    }

    static class Worker {
        @AcquiresLock
        public void work() {}

        public void rest() {}
    }

    static class WorkerTask extends Worker implements Task, Quiet {}

    static class Overriding extends Worker implements Quiet {
        @Override
        public void work() {}
    }

    interface Silent {
        void work();
    }

    static class Replaced extends Worker implements Silent {
        @Override
        public void work() {}
    }
}
