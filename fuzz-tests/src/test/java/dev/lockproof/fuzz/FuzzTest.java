package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.fuzz.Compiler.Compiled;
import dev.lockproof.fuzz.Mutator.Mutant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random programs. Those that are right by construction are accepted and behave; those with one fault are refused at its lines.
 *
 * <p>{@code -Dfuzz.programs=100000} makes more of them, {@code -Dfuzz.seed=…} the same ones again.
 */
class FuzzTest {

    private static final int AT_ONCE = 100;
    private static final int PROGRAMS = Integer.getInteger("fuzz.programs", 5_000);
    private static final long SEED = seed();

    private static Compiler compiler;

    private static long seed() {
        String given = System.getProperty("fuzz.seed", "");
        return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
    }

    @BeforeAll
    static void open() {
        compiler = Compiler.open();
        System.out.println("-Dfuzz.programs=" + PROGRAMS + " -Dfuzz.seed=" + SEED);
    }

    @AfterAll
    static void close() throws java.io.IOException {
        compiler.close();
    }

    @Test
    void whatIsRightIsAcceptedAndBehaves() {
        SplittableRandom random = new SplittableRandom(SEED);
        int programs = PROGRAMS / 2;
        int acquisitions = 0;
        int uses = 0;
        for (int done = 0; done < programs; done += AT_ONCE) {
            Map<String, String> sources = new LinkedHashMap<>();
            for (int i = done; i < Math.min(programs, done + AT_ONCE); i++) {
                String name = "Right" + i;
                sources.put(
                        name,
                        new Generator(random.split()).program(name).print().toString());
            }
            Compiled compiled = compile(done, sources);
            assertThat(compiled.reports()).as(() -> shown(compiled, sources)).isEmpty();
            for (String name : sources.keySet()) {
                Runner.Outcome outcome = Runner.run(name, compiled.classes());
                assertThat(outcome.fault())
                        .as(() -> repeat() + sources.get(name))
                        .isEmpty();
                acquisitions += outcome.acquisitions();
                uses += outcome.uses();
            }
        }
        System.out.printf("%,d right programs took %,d locks and used %,d proofs%n", programs, acquisitions, uses);
        assertThat(acquisitions).isGreaterThan(programs);
        assertThat(uses).isGreaterThan(programs);
    }

    @Test
    void whatIsWrongIsRefusedWhereItIsWrong() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int programs = PROGRAMS - PROGRAMS / 2;
        Map<String, Integer> kinds = new TreeMap<>();
        for (int done = 0; done < programs; done += AT_ONCE) {
            Map<String, Mutant> mutants = new LinkedHashMap<>();
            Map<String, Printer> printed = new LinkedHashMap<>();
            for (int i = done; i < Math.min(programs, done + AT_ONCE); i++) {
                String name = "Wrong" + i;
                Generator generator = new Generator(random.split());
                Mutant mutant =
                        new Mutator(random.split(), generator, isForChecker(done)).mutate(generator.program(name));
                mutants.put(name, mutant);
                printed.put(name, mutant.program().print());
                kinds.merge(mutant.what(), 1, Integer::sum);
            }
            Map<String, String> sources = new LinkedHashMap<>();
            printed.forEach((name, printer) -> sources.put(name, printer.toString()));
            Compiled compiled = compile(done, sources);
            mutants.forEach((name, mutant) -> assertThat(complaint(mutant, printed.get(name), compiled.reportsOf(name)))
                    .as(() -> repeat() + mutant.what() + "\n" + numbered(sources.get(name)))
                    .isEmpty());
        }
        System.out.printf("%,d wrong programs: %s%n", programs, kinds);
    }

    /** The checker takes several times as long as the rules that run in both, so it gets one batch of five. */
    private static Compiled compile(int first, Map<String, String> sources) {
        return isForChecker(first) ? compiler.check(sources) : compiler.checkRules(sources);
    }

    private static boolean isForChecker(int first) {
        return first / AT_ONCE % 5 == 0;
    }

    /** Or else it would mean little that what is accepted behaves. */
    @Test
    void whatIsWrongMisbehavesWhereNobodyRefusesIt() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < 3 * AT_ONCE; i++) {
            String name = "Unchecked" + i;
            Generator generator = new Generator(random.split());
            Mutant mutant = new Mutator(random.split(), generator, true).mutate(generator.program(name));
            sources.put(name, mutant.program().print().toString());
        }
        Compiled compiled = compiler.compile(sources);
        assertThat(compiled.reports()).as(() -> shown(compiled, sources)).isEmpty();
        Map<String, Integer> faults = new TreeMap<>();
        for (String name : sources.keySet()) {
            Runner.run(name, compiled.classes())
                    .fault()
                    .ifPresent(fault -> faults.merge(fault.getClass().getSimpleName(), 1, Integer::sum));
        }
        System.out.println("faults of " + sources.size() + " wrong programs that nobody checked: " + faults);
        assertThat(faults).containsKeys("NestedAcquisitionException", "Misuse");
    }

    private static List<String> complaint(Mutant mutant, Printer printed, List<Report> reports) {
        List<String> complaints = new ArrayList<>();
        if (reports.isEmpty()) {
            complaints.add("accepted");
        }
        for (Report report : reports) {
            if (!printed.marked().contains(report.line()) || !mutant.ids().contains(report.id())) {
                complaints.add("unexpected: " + report);
            }
        }
        return complaints;
    }

    private static String shown(Compiled compiled, Map<String, String> sources) {
        String file = compiled.reports().get(0).file().replace(".java", "");
        return repeat() + numbered(sources.getOrDefault(file, ""));
    }

    private static String repeat() {
        return "mvn -pl fuzz-tests -am verify -Dfuzz.programs=" + PROGRAMS + " -Dfuzz.seed=" + SEED + "\n";
    }

    private static String numbered(String source) {
        StringBuilder text = new StringBuilder();
        int line = 1;
        for (String each : source.lines().toList()) {
            text.append(String.format("%4d  %s%n", line++, each));
        }
        return text.toString();
    }
}
