package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.fuzz.Compiler.Compiled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that were written by hand to get past the compiler are refused, behave, or are stopped when they run. */
class AttacksTest {

    private static final Map<String, Map<Way, Compiled>> COMPILED = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Compiled libraries;

    @BeforeAll
    static void compile() throws IOException {
        Map<String, String> texts = new HashMap<>();
        kinds().forEach(kind -> Attack.all(kind).forEach(attack -> texts.putAll(attack.libraries())));
        try (Compiler compiler = Compiler.open(folder)) {
            libraries = compiler.compile(texts);
            assertThat(libraries.reports()).isEmpty();
            libraries.writeInto(folder);
        }
        try (Compiler compiler = Compiler.open(folder)) {
            for (String kind : kinds()) {
                COMPILED.put(kind, compile(compiler, Attack.all(kind)));
            }
        }
    }

    private static Map<Way, Compiled> compile(Compiler compiler, List<Attack> attacks) {
        Map<Way, Compiled> byWay = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            List<Attack> those = attacks.stream()
                    .filter(attack -> attack.isOfThisJdk() && attack.ways().contains(way))
                    .toList();
            if (!those.isEmpty()) {
                byWay.put(way, way.compile(compiler, texts(those)));
            }
        }
        return byWay;
    }

    private static Map<String, String> texts(List<Attack> attacks) {
        return attacks.stream().collect(Collectors.toMap(Attack::name, Attack::text));
    }

    /** The newest Java can do more, which older compilers don't read. */
    private static List<String> kinds() {
        List<String> kinds = List.of("refused", "harmless", "stopped");
        return Runtime.version().feature() < 25
                ? kinds
                : Stream.concat(kinds.stream(), Stream.of("refused25", "stopped25"))
                        .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWhereItsCommentsSay(Attack attack) {
        assertRefused("refused", attack);
    }

    static List<Attack> refused() {
        return Attack.all("refused");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused25")
    @EnabledForJreRange(min = JRE.JAVA_25)
    void isRefusedInTheNewestJava(Attack attack) {
        assertRefused("refused25", attack);
    }

    static List<Attack> refused25() {
        return Attack.all("refused25");
    }

    private static void assertRefused(String kind, Attack attack) {
        List<String> reports = COMPILED.get(kind).get(Way.CHECKER).reportsOf(attack.name()).stream()
                .map(report -> report.line() + ": " + report.id())
                .sorted()
                .toList();
        assertThat(attack.expected()).as(attack.text()).isNotEmpty();
        assertThat(reports).as(attack.text()).isEqualTo(attack.expected());
    }

    @ParameterizedTest(name = "{0}, by {1}")
    @MethodSource("harmless")
    void isAcceptedAndBehaves(Attack attack, Way way) {
        assertThat(run("harmless", attack, way).fault()).as(attack.text()).isEmpty();
    }

    static Stream<Arguments> harmless() {
        return accepted("harmless");
    }

    /** What docs/soundness.md says that the compiler can't see. */
    @ParameterizedTest(name = "{0}, by {1}")
    @MethodSource("stopped")
    void isStoppedWhenItRuns(Attack attack, Way way) {
        assertStopped("stopped", attack, way);
    }

    static Stream<Arguments> stopped() {
        return accepted("stopped");
    }

    @ParameterizedTest(name = "{0}, by {1}")
    @MethodSource("stopped25")
    @EnabledForJreRange(min = JRE.JAVA_25)
    void isStoppedInTheNewestJava(Attack attack, Way way) {
        assertStopped("stopped25", attack, way);
    }

    static Stream<Arguments> stopped25() {
        return accepted("stopped25");
    }

    private static void assertStopped(String kind, Attack attack, Way way) {
        assertThat(run(kind, attack, way).fault())
                .as(attack.text())
                .hasValueSatisfying(fault -> assertThat(fault.getClass().getSimpleName())
                        .as("%s", fault)
                        .isEqualTo(attack.stopped()));
    }

    private static Stream<Arguments> accepted(String kind) {
        return Attack.all(kind).stream()
                .filter(Attack::isOfThisJdk)
                .flatMap(attack -> attack.ways().stream().map(way -> Arguments.of(attack, way)));
    }

    private static Runner.Outcome run(String kind, Attack attack, Way way) {
        Compiled compiled = COMPILED.get(kind).get(way);
        assertThat(compiled.reports()).as(kind).isEmpty();
        Map<String, byte[]> classes = new HashMap<>(libraries.classes());
        classes.putAll(compiled.classes());
        return Runner.run(attack.name(), classes);
    }

    /** Or else it would show nothing that others than the checker, or older JDKs, accept it. */
    @ParameterizedTest(name = "{0}, by {1}")
    @MethodSource("refusedElsewhere")
    void isRefusedByTheCheckerAndNewerJdks(Attack attack, Way way, List<Report> reports) {
        assertThat(reports).as(attack.text()).isNotEmpty();
    }

    static List<Arguments> refusedElsewhere() throws IOException {
        List<Arguments> all = new ArrayList<>();
        try (Compiler compiler = Compiler.open(folder)) {
            for (String kind : List.of("harmless", "stopped")) {
                List<Attack> attacks = Attack.all(kind);
                all.addAll(by(
                        Way.CHECKER,
                        compiler,
                        attacks.stream()
                                .filter(attack -> !attack.ways().contains(Way.CHECKER))
                                .toList()));
                all.addAll(by(
                        Way.PLUGIN,
                        compiler,
                        attacks.stream().filter(attack -> !attack.isOfThisJdk()).toList()));
            }
        }
        return all;
    }

    private static List<Arguments> by(Way way, Compiler compiler, List<Attack> attacks) {
        if (attacks.isEmpty()) {
            return List.of();
        }
        Compiled compiled = way.compile(compiler, texts(attacks));
        return attacks.stream()
                .map(attack -> Arguments.of(attack, way, compiled.reportsOf(attack.name())))
                .toList();
    }
}
