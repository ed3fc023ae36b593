package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    @Test
    void acceptsFunctionsThatRunInline() throws IOException {
        checkAll(
                rules,
                "inline",
                (line, programs) -> line.overloads(type(line)).stream()
                        .flatMap(method -> functionsOf(method).stream().map(i -> programs.inline(method, i))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inline")
    void isTrueOfTheRealCode(StubLine line) throws Exception {
        assumeTrue(isPresent(line), () -> "this JDK has no " + line.type());
        for (Method method : line.overloads(type(line))) {
            for (int i : functionsOf(method)) {
                StubCalls.runsInline(method, i);
            }
        }
    }

    @Test
    void letsFrameworksCallWhatTakesLocks() throws IOException {
        checkAll(
                rules,
                "acquires",
                (line, programs) -> line.overloads(type(line)).stream().map(programs::entryPoint));
    }

    @Test
    void letsFrameworksCallMethodsByTheirAnnotation() throws IOException {
        checkAll(rules, "entry", (line, programs) -> Stream.of(programs.entryPoint(type(line))));
    }

    @Test
    void warnsOfWhatWaitsUnderALock() throws IOException {
        checkAll(
                Fixtures.withLints(rules),
                "waits",
                (line, programs) -> line.overloads(type(line)).stream().map(programs::waits));
    }

    /** Compiles the programs of all lines at once. Each line has to have some. */
    private static void checkAll(
            CheckerHarness rules, String fact, BiFunction<StubLine, StubPrograms, Stream<Source>> programsOf)
            throws IOException {
        StubPrograms programs = new StubPrograms();
        List<Source> all = new ArrayList<>();
        for (StubLine line : StubLine.all(fact)) {
            if (isPresent(line)) {
                List<Source> some = programsOf.apply(line, programs).toList();
                assertThat(some).as(line.toString()).isNotEmpty();
                all.addAll(some);
            }
        }
        rules.check(all.toArray(Source[]::new));
    }

    private static Class<?> type(StubLine line) {
        @Nullable Class<?> type = line.load();
        assertThat(type).as(line.type()).isNotNull();
        return type;
    }

    /** Scoped values came with JDK 25. */
    private static boolean isPresent(StubLine line) {
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
}
