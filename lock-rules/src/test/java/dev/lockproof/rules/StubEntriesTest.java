package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockproof.rules.testing.CheckerHarness;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes each line of the stub file at its word: the rules accept what it allows and refuse what it forbids, and the JDK
 * and the libraries really have it, and do as it says.
 */
class StubEntriesTest {

    @TempDir
    static Path bank;

    private static CheckerHarness rules;

    @BeforeAll
    static void compileBank() throws IOException {
        rules = Fixtures.rulesWithBank(bank);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inline")
    void acceptsFunctionsThatRunInline(StubLine line) {
        Class<?> owner = type(line);
        int functions = 0;
        for (Method method : line.overloads(owner)) {
            for (int i : functionsOf(method)) {
                rules.check(StubPrograms.inline(method, i));
                functions++;
            }
        }
        assertThat(functions).as("functional parameters").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inline")
    void isTrueOfTheRealCode(StubLine line) throws Exception {
        Class<?> owner = type(line);
        for (Method method : line.overloads(owner)) {
            for (int i : functionsOf(method)) {
                StubCalls.runsInline(method, i);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acquires")
    void letsFrameworksCallWhatTakesLocks(StubLine line) {
        List<Method> overloads = line.overloads(type(line));
        assertThat(overloads).isNotEmpty();
        for (Method method : overloads) {
            rules.check(StubPrograms.entryPoint(method));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void letsFrameworksCallMethodsByTheirAnnotation(StubLine line) {
        rules.check(StubPrograms.entryPoint(type(line)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void warnsOfWhatWaitsUnderALock(StubLine line) {
        List<Method> overloads = line.overloads(type(line));
        assertThat(overloads).isNotEmpty();
        for (Method method : overloads) {
            Fixtures.withLints(rules).check(StubPrograms.waits(method));
        }
    }

    private static Class<?> type(StubLine line) {
        @Nullable Class<?> type = line.load();
        assumeTrue(type != null || isYounger(line), () -> "this JDK has no " + line.type());
        assertThat(type).as(line.type()).isNotNull();
        return type;
    }

    /** Scoped values came with JDK 25. */
    private static boolean isYounger(StubLine line) {
        return !line.type().startsWith("java.lang.ScopedValue")
                || Runtime.version().feature() >= 25;
    }

    /** Finds the parameters that take functions, also as the last of several. */
    private static List<Integer> functionsOf(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> StubLine.isFunction(types[i])
                        || (method.isVarArgs()
                                && i == types.length - 1
                                && StubLine.isFunction(types[i].getComponentType())))
                .boxed()
                .toList();
    }

    static List<StubLine> inline() throws IOException {
        return StubLine.all("inline");
    }

    static List<StubLine> waits() throws IOException {
        return StubLine.all("waits");
    }

    static List<StubLine> acquires() throws IOException {
        return StubLine.all("acquires");
    }

    static List<StubLine> entries() throws IOException {
        return StubLine.all("entry");
    }
}
