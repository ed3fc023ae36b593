package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockException;
import dev.lockproof.fuzz.Compiler.Compiled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that were written by hand to get past the compiler are refused, behave, or are stopped when they run. */
class AttacksTest {

    private static final Map<String, Compiled> COMPILED = new HashMap<>();

    @BeforeAll
    static void compile() throws IOException {
        try (Compiler compiler = Compiler.open()) {
            for (String kind : kinds()) {
                Map<String, String> programs =
                        attacks(kind).stream().collect(Collectors.toMap(Attack::name, Attack::text));
                COMPILED.put(kind, compiler.check(programs));
            }
        }
    }

    /** The newest Java can do more, which older compilers don't read. */
    private static List<String> kinds() {
        List<String> kinds = List.of("refused", "harmless", "stopped");
        return Runtime.version().feature() < 25
                ? kinds
                : Stream.concat(kinds.stream(), Stream.of("refused25")).toList();
    }

    private static List<Attack> attacks(String kind) {
        return Attack.all(Path.of("src/test/resources/attacks", kind + ".txt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWhereItsCommentsSay(Attack attack) {
        assertRefused("refused", attack);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused25")
    @EnabledForJreRange(min = JRE.JAVA_25)
    void isRefusedInTheNewestJava(Attack attack) {
        assertRefused("refused25", attack);
    }

    static List<Attack> refused25() {
        return attacks("refused25");
    }

    private static void assertRefused(String kind, Attack attack) {
        List<String> reports = COMPILED.get(kind).reportsOf(attack.name()).stream()
                .map(report -> report.line() + ": " + report.id())
                .sorted()
                .toList();
        assertThat(attack.expected()).as(attack.text()).isNotEmpty();
        assertThat(reports).as(attack.text()).isEqualTo(attack.expected());
    }

    static List<Attack> refused() {
        return attacks("refused");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void isAcceptedAndBehaves(Attack attack) {
        assertThat(run("harmless", attack).fault()).as(attack.text()).isEmpty();
    }

    static List<Attack> harmless() {
        return attacks("harmless");
    }

    /** What docs/soundness.md says that the compiler can't see. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("stopped")
    void isStoppedWhenItRuns(Attack attack) {
        assertThat(run("stopped", attack).fault())
                .as(attack.text())
                .hasValueSatisfying(fault -> assertThat(fault).isInstanceOf(LockException.class));
    }

    static List<Attack> stopped() {
        return attacks("stopped");
    }

    private static Runner.Outcome run(String kind, Attack attack) {
        Compiled compiled = COMPILED.get(kind);
        assertThat(compiled.reports()).as(kind).isEmpty();
        return Runner.run(attack.name(), compiled.classes());
    }
}
