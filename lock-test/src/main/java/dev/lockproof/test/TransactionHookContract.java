package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.TransactionHook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What hooks are told, and when. */
interface TransactionHookContract extends StoreTests {

    @Test
    default void aHookIsRefusedWithoutATransaction() {
        List<String> told = new ArrayList<>();
        assertThat(store().register(new Recorder(told, () -> "hook"))).isFalse();
        store().inTransaction(() -> insert("a", 100));
        assertThat(store().register(new Recorder(told, () -> "hook"))).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    default void aHookIsToldBeforeTheCommitAndAfterIt() {
        List<String> told = new ArrayList<>();
        store().inTransaction(() -> {
            insert("a", 100);
            assertThat(store().register(new Recorder(
                            told, () -> Threads.elsewhere(() -> exists("a")) ? "visible" : "invisible")))
                    .isTrue();
            assertThat(told).isEmpty();
        });
        assertThat(told).containsExactly("before: invisible", "after: visible");
    }

    @Test
    default void aHookThatIsRegisteredTwiceIsToldOnce() {
        List<String> told = new ArrayList<>();
        TransactionHook hook = new Recorder(told, () -> "hook");
        store().inTransaction(() -> {
            assertThat(store().register(hook)).isTrue();
            assertThat(store().register(hook)).isTrue();
        });
        assertThat(told).containsExactly("before: hook", "after: hook");
        store().inTransaction(() -> {
            store().register(hook);
        });
        assertThat(told).as("told again by the next transaction").hasSize(4);
    }

    @Test
    default void anInnerTransactionsHookIsToldWhenTheOuterOneIsOver() {
        List<String> told = new ArrayList<>();
        store().inTransaction(() -> {
            store().inTransaction(() -> {
                store().register(new Recorder(told, () -> "hook"));
            });
            assertThat(told).isEmpty();
        });
        assertThat(told).containsExactly("before: hook", "after: hook");
    }

    @Test
    default void afterARollbackHooksAreToldOnlyThatItIsOver() {
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    insert("a", 100);
                    store().register(new Recorder(told, () -> exists("a") ? "there" : "gone"));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told).containsExactly("after: gone");
    }

    @Test
    default void aHookThatThrowsBeforeTheCommitRollsBack() {
        List<String> told = new ArrayList<>();
        RuntimeException failure = new IllegalStateException("the lock is lost");
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    insert("a", 100);
                    store().register(new TransactionHook() {
                        @Override
                        public void beforeCommit() {
                            throw failure;
                        }

                        @Override
                        public void afterCompletion() {
                            told.add("after: " + exists("a"));
                        }
                    });
                }))
                .isSameAs(failure);
        assertThat(told).containsExactly("after: false");
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void thereIsNoTransactionAnyMoreWhenAHookIsToldThatItIsOver() {
        List<String> told = new ArrayList<>();
        store().inTransaction(() -> {
            store().register(new TransactionHook() {
                @Override
                public void beforeCommit() {}

                @Override
                public void afterCompletion() {
                    told.add("registered: " + store().register(this));
                    insert("a", 100);
                }
            });
        });
        assertThat(told).containsExactly("registered: false");
        assertThat(exists("a")).isTrue();
    }

    /** Writes down what it is told, with something observed at that moment. */
    record Recorder(List<String> told, Supplier<String> observation) implements TransactionHook {

        @Override
        public void beforeCommit() {
            told.add("before: " + observation.get());
        }

        @Override
        public void afterCompletion() {
            told.add("after: " + observation.get());
        }
    }
}
