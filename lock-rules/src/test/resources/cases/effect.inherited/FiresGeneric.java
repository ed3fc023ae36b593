import dev.lockproof.annotations.*;

/** With its type arguments, a superclass may come to implement what it didn't by itself. */
class FiresGeneric {
    interface Step<T> {
        void take(T input);
    }

    abstract static class Steps<T> implements Step<T> {
        @AcquiresLock
        public void take(String input) {}
    }

    static class TextSteps extends Steps<String> {} // error: [effect.inherited]

    static class MoreTextSteps extends TextSteps {}

    static class ManyTextSteps extends TextSteps implements Runnable {
        @Override
        public void run() {}
    }

    abstract static class NumberSteps extends Steps<Integer> {}

    abstract static class Base<T> {
        abstract void take(T input);
    }

    abstract static class Derived<T> extends Base<T> {
        @AcquiresLock
        void take(String input) {}
    }

    static class OfText extends Derived<String> {} // error: [effect.inherited]

    Step<String> anonymous() {
        return new Steps<String>() {}; // error: [effect.inherited]
    }
}
