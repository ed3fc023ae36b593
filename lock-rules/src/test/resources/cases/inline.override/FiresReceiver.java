import dev.lockproof.annotations.*;

/** A function that is called on as a receiver may keep itself. */
class FiresReceiver {
    static Object kept;

    interface Task {
        void run();

        default void keep() {
            kept = this;
        }
    }

    interface Walk {
        void walk(@RunsInline Task task);
    }

    void references() {
        Walk keeps = Task::keep; // error: [inline.override]
        Walk runs = Task::run;
        Walk compares = Task::hashCode;
    }
}
