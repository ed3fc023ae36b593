package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Calls real methods with a function that watches when, and on which thread, it is called, and who keeps it. */
final class StubCalls {

    /** A function may be called for what is there, for what isn't, for a failure, or for what comes too late. */
    private static final List<Object> SAMPLES = List.of("a", "failure", "absent", "late");

    private StubCalls() {}

    /** Calls a method on all samples of its class: it must run the function for one of them, and inline for all. */
    static void runsInline(Method method, int function) throws Exception {
        int calls = 0;
        List<WeakReference<Object>> given = new ArrayList<>();
        for (Object target : targets(method)) {
            for (Object sample : SAMPLES) {
                Watch watch = new Watch();
                given.add(invoke(method, function, target, sample, watch));
                watch.returned = true;
                calls += watch.calls;
                assertThat(watch.wrong)
                        .as("calls on another thread, or too late, by " + method)
                        .isZero();
            }
        }
        assertThat(calls).as("calls of the function by " + method).isPositive();
        assertNothingKeeps(given, method);
    }

    private static void assertNothingKeeps(List<WeakReference<Object>> given, Method method) {
        for (int i = 0; i < 50 && given.stream().anyMatch(each -> each.get() != null); i++) {
            System.gc();
        }
        assertThat(given).as("what " + method + " still keeps").allMatch(each -> each.get() == null);
    }

    private static WeakReference<Object> invoke(
            Method method, int function, @Nullable Object target, Object sample, Watch watch) throws Exception {
        Class<?> type = method.getParameterTypes()[function];
        Object proxy = watch.proxy(type.isArray() ? type.getComponentType() : type, sample);
        @Nullable Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == function ? argument(type, proxy) : value(method.getParameterTypes()[i], i, sample);
        }
        method.setAccessible(method.getDeclaringClass().getModule().equals(StubCalls.class.getModule()));
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            // A function that gives nonsense makes its caller fail. It was called, though.
            boolean refused = sample.equals("absent") && e.getCause() instanceof NullPointerException;
            boolean failed = sample.equals("failure") || sample.equals("late");
            assertThat(watch.calls > 0 || refused || failed)
                    .as("called before " + e.getCause())
                    .isTrue();
        }
        return new WeakReference<>(proxy);
    }

    private static Object argument(Class<?> type, Object proxy) {
        if (!type.isArray()) {
            return proxy;
        }
        Object[] array = (Object[]) Array.newInstance(type.getComponentType(), 1);
        array[0] = proxy;
        return array;
    }

    /** Gives what other parameters are given: an absent value where one asks for what to do without. */
    private static @Nullable Object value(Class<?> type, int index, Object sample) {
        if (type == int.class && index > 1) {
            return 2; // the end of a range
        }
        if (type == int.class || type == long.class || type == double.class) {
            return zero(type);
        }
        if (type == Class.class) {
            return Throwable.class;
        }
        if (type == Level.class) {
            return Level.ALL;
        }
        if (type == System.Logger.Level.class) {
            return System.Logger.Level.ERROR;
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Duration.class) {
            return sample.equals("late") ? Duration.ofMillis(-1) : Duration.ofMinutes(1);
        }
        if (type == Throwable.class) {
            return new IllegalStateException();
        }
        if (type == Object.class || type == Object[].class || type == Collection.class || type == List.class) {
            return objects(type, index, sample);
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 2);
            return array;
        }
        return StubLine.isFunction(type) ? new Watch().companion(type, sample) : null;
    }

    private static @Nullable Object objects(Class<?> type, int index, Object sample) {
        if (type == Object.class) {
            return sample.equals("absent") ? null : sample + "x".repeat(index);
        }
        return type == Object[].class ? new Object[] {"b", "a"} : new ArrayList<>(List.of("b", "a"));
    }

    private static Object zero(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : (Object) 0.0;
    }

    private static List<? extends @Nullable Object> targets(Method method) throws Exception {
        if (Modifier.isStatic(method.getModifiers())) {
            return Arrays.asList((Object) null);
        }
        return targets(method.getDeclaringClass());
    }

    private static List<?> targets(Class<?> type) throws Exception {
        Map<Class<?>, List<?>> known = new HashMap<>();
        known.put(Iterable.class, List.of(List.of("a"), new CopyOnWriteArrayList<>(List.of("a"))));
        known.put(Iterator.class, List.of(new ArrayList<>(List.of("a", "b")).iterator()));
        known.put(
                Spliterator.class,
                List.of(List.of("a", "b").spliterator(), List.of("c").spliterator()));
        known.put(PrimitiveIterator.class, List.of(IntStream.of(1, 2).iterator()));
        known.put(
                PrimitiveIterator.OfInt.class,
                List.of(IntStream.of(1, 2).iterator(), IntStream.of(1).iterator()));
        known.put(
                PrimitiveIterator.OfLong.class,
                List.of(LongStream.of(1).iterator(), LongStream.of(1).iterator()));
        known.put(
                PrimitiveIterator.OfDouble.class,
                List.of(DoubleStream.of(1).iterator(), DoubleStream.of(1).iterator()));
        known.put(
                Spliterator.OfInt.class,
                List.of(IntStream.of(1, 2).spliterator(), IntStream.of(1).spliterator()));
        known.put(
                Spliterator.OfLong.class,
                List.of(LongStream.of(1, 2).spliterator(), LongStream.of(1).spliterator()));
        known.put(
                Spliterator.OfDouble.class,
                List.of(DoubleStream.of(1, 2).spliterator(), DoubleStream.of(1).spliterator()));
        known.put(Collection.class, List.of(new ArrayList<>(List.of("a")), new TreeSet<>(List.of("a"))));
        known.put(
                List.class, List.of(new ArrayList<>(List.of("b", "a")), new CopyOnWriteArrayList<>(List.of("b", "a"))));
        known.put(
                Map.class,
                List.of(
                        new HashMap<>(Map.of("a", "b")),
                        new TreeMap<>(Map.of("a", "b")),
                        new ConcurrentHashMap<>(Map.of("a", "b"))));
        known.put(Optional.class, List.of(Optional.of("a"), Optional.empty()));
        known.put(OptionalInt.class, List.of(OptionalInt.of(1), OptionalInt.empty()));
        known.put(OptionalLong.class, List.of(OptionalLong.of(1), OptionalLong.empty()));
        known.put(OptionalDouble.class, List.of(OptionalDouble.of(1), OptionalDouble.empty()));
        known.put(Matcher.class, List.of(Pattern.compile("a").matcher("banana")));
        known.put(String.class, List.of("text"));
        known.put(StackWalker.class, List.of(StackWalker.getInstance()));
        known.put(AtomicInteger.class, List.of(new AtomicInteger()));
        known.put(AtomicLong.class, List.of(new AtomicLong()));
        known.put(AtomicReference.class, List.of(new AtomicReference<>("a")));
        known.put(AtomicIntegerArray.class, List.of(new AtomicIntegerArray(2)));
        known.put(AtomicLongArray.class, List.of(new AtomicLongArray(2)));
        known.put(AtomicReferenceArray.class, List.of(new AtomicReferenceArray<>(new Object[] {"a"})));
        known.put(Logger.class, List.of(logger()));
        known.put(System.Logger.class, List.of(System.getLogger("dev.lockproof.stubs.system")));
        if (known.containsKey(type)) {
            return known.get(type);
        }
        return List.of(StubTargets.of(type));
    }

    private static Logger logger() {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        return logger;
    }

    /** Sees the calls of one function. */
    private static final class Watch {

        private final Thread thread = Thread.currentThread();
        private volatile boolean returned;
        private volatile int calls;
        private volatile int wrong;

        /** Makes another function of the same call, that may be what fails. */
        Object companion(Class<?> type, Object sample) {
            return proxy(type, type.getName().startsWith("org.") ? sample : "a");
        }

        Object proxy(Class<?> type, Object sample) {
            return Proxy.newProxyInstance(
                    type.getClassLoader() == null ? StubCalls.class.getClassLoader() : type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> {
                        if (!Modifier.isAbstract(method.getModifiers())) {
                            return InvocationHandler.invokeDefault(self, method, arguments);
                        }
                        if (method.getDeclaringClass() == Object.class) {
                            return method.invoke(this, arguments);
                        }
                        synchronized (this) {
                            calls++;
                            wrong += returned || Thread.currentThread() != thread ? 1 : 0;
                        }
                        if (sample.equals("failure")) {
                            throw new IllegalStateException("as asked for");
                        }
                        return result(method.getReturnType(), sample);
                    });
        }

        private static @Nullable Object result(Class<?> type, Object sample) {
            if (type == void.class) {
                return null;
            }
            if (type == boolean.class) {
                return true;
            }
            if (type.isPrimitive()) {
                return zero(type);
            }
            return type.isInstance(sample) ? sample : null;
        }
    }
}
