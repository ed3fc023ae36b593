package dev.lockproof.rules;

import java.lang.reflect.Method;
import org.assertj.core.api.Assertions;

/** Makes objects whose classes can't be named on every JDK, or that only their library makes. */
final class StubTargets {

    private StubTargets() {}

    static Object of(Class<?> type) throws ReflectiveOperationException {
        return switch (type.getName()) {
            case "org.assertj.core.api.NotThrownAssert" -> Assertions.assertThatNoException();
            case "org.assertj.core.api.ThrowableTypeAssert" -> Assertions.assertThatExceptionOfType(Throwable.class);
            case "java.lang.ScopedValue$Carrier" -> carrier();
            default -> throw new AssertionError("No sample of " + type.getName() + ": add one");
        };
    }

    private static Object carrier() throws ReflectiveOperationException {
        Class<?> scoped = Class.forName("java.lang.ScopedValue");
        Object value = scoped.getMethod("newInstance").invoke(null);
        Method where = scoped.getMethod("where", scoped, Object.class);
        return where.invoke(null, value, "x");
    }
}
