package dev.lockproof.rules;

import java.lang.reflect.Method;
import org.assertj.core.api.Assertions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes objects whose classes can't be named on every JDK, or that only their library makes. */
final class StubTargets {

    private StubTargets() {}

    static Object of(Class<?> type) throws ReflectiveOperationException {
        return switch (type.getName()) {
            case "org.assertj.core.api.NotThrownAssert" -> Assertions.assertThatNoException();
            case "org.assertj.core.api.ThrowableTypeAssert" -> Assertions.assertThatExceptionOfType(Throwable.class);
            case "java.lang.ScopedValue$Carrier" -> carrier();
            case "org.springframework.transaction.support.TransactionOperations" ->
                new TransactionTemplate(new NothingToCommit());
            default -> throw new AssertionError("No sample of " + type.getName() + ": add one");
        };
    }

    private static Object carrier() throws ReflectiveOperationException {
        Class<?> scoped = Class.forName("java.lang.ScopedValue");
        Object value = scoped.getMethod("newInstance").invoke(null);
        Method where = scoped.getMethod("where", scoped, Object.class);
        return where.invoke(null, value, "x");
    }

    /** Has transactions of nothing. */
    private static final class NothingToCommit implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
