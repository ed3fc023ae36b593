import dev.lockproof.annotations.Locked;
import shop.Account;

/** With its type arguments, a superclass may come to implement what it didn't by itself. */
class FiresGeneric {
    interface Step<T> {
        void take(T input, Account account);
    }

    abstract static class Steps<T> implements Step<T> {
        public void take(String input, @Locked Account account) {}
    }

    static class TextSteps extends Steps<String> {} // error: [override.locked.parameter]

    static class MoreTextSteps extends TextSteps {}
}
