import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresInherited {
    interface Task {
        void work();
    }

    static class Worker {
        @AcquiresLock
        public void work() {}
    }

    static class WorkerTask extends Worker implements Task {} // error: [effect.inherited]

    abstract static class Deeper extends Worker implements Serial {} // error: [effect.inherited]

    interface Serial extends Task {}
}
