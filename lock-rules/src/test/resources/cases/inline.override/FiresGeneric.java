import dev.lockproof.annotations.*;

/** With its type arguments, a superclass may come to implement what it didn't by itself. */
class FiresGeneric {
    interface Step<T> {
        void take(T input, @RunsInline Runnable work);
    }

    abstract static class Steps<T> implements Step<T> {
        Runnable kept;

        public void take(String input, Runnable work) {
            kept = work;
        }
    }

    static class TextSteps extends Steps<String> {} // error: [inline.override]

    static class MoreTextSteps extends TextSteps {}
}
