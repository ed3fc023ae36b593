import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.MaybeUnlocked;
import org.checkerframework.dataflow.qual.Pure;
import org.checkerframework.framework.qual.EnsuresQualifier;
import org.checkerframework.framework.qual.HasQualifierParameter;
import org.checkerframework.framework.qual.RequiresQualifier;
import shop.Account;

/** What the framework's other checks would find is about no value. */
class SilentOtherChecks {

    static class Shelf {
        protected Account account;

        @RequiresQualifier(expression = "account", qualifier = Fresh.class)
        void take() {}

        @EnsuresQualifier(expression = "account", qualifier = Fresh.class)
        void fill() {}

        @Pure
        void open() {
            account = null;
        }

        void all() {
            take();
        }
    }

    static class Board extends Shelf {
        @Override
        void take() {}

        @Override
        void fill() {}

        @Override
        void open() {}

        void allOfIt(Shelf other) {
            take();
            other.take();
        }
    }

    @HasQualifierParameter(Fresh.class)
    static class Strange {}

    @HasQualifierParameter(MaybeUnlocked.class)
    static class Box {}

    static class Crate extends Box {}

    void fail(@Fresh Account account, @Fresh RuntimeException failure) {
        try {
            throw failure;
        } catch (@Fresh RuntimeException other) {
            throw other;
        }
    }
}
