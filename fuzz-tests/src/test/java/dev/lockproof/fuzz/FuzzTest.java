package dev.lockproof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.fuzz.Compiler.Compiled;
import dev.lockproof.fuzz.Mutator.Mutant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random programs. Those that are right by construction are accepted and behave; those with one fault are refused at its lines.
 */
class FuzzTest {

    private static Compiler compiler;

    @BeforeAll
    static void open() {
        compiler = Compiler.open();
        System.out.println(Fuzz.options());
    }

    @AfterAll
    static void close() throws java.io.IOException {
        compiler.close();
    }

    @Test
    void whatIsRightIsAcceptedAndBehaves() {
        SplittableRandom random = new SplittableRandom(Fuzz.SEED);
        int programs = Fuzz.right();
        int acquisitions = 0;
        int uses = 0;
        for (int done = 0; done < programs; done += Fuzz.AT_ONCE) {
            Map<String, String> sources = new LinkedHashMap<>();
            for (int i = done; i < Math.min(programs, done + Fuzz.AT_ONCE); i++) {
                String name = "Right" + i;
                sources.put(
                        name,
                        new Generator(random.split()).program(name).print().toString());
            }
            Compiled compiled = Fuzz.compile(compiler, done, sources);
            assertThat(compiled.reports()).as(() -> shown(compiled, sources)).isEmpty();
            for (String name : sources.keySet()) {
                Runner.Outcome outcome = Runner.run(name, compiled.classes());
                assertThat(outcome.fault())
                        .as(() -> Fuzz.repeat("FuzzTest") + sources.get(name))
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
        SplittableRandom random = new SplittableRandom(Fuzz.SEED + 1);
        int programs = Fuzz.wrong();
        Map<String, Integer> kinds = new TreeMap<>();
        for (int done = 0; done < programs; done += Fuzz.AT_ONCE) {
            Map<String, Mutant> mutants = new LinkedHashMap<>();
            Map<String, Printer> printed = new LinkedHashMap<>();
            for (int i = done; i < Math.min(programs, done + Fuzz.AT_ONCE); i++) {
                String name = "Wrong" + i;
                Generator generator = new Generator(random.split());
                Mutant mutant =
                        new Mutator(random.split(), generator, Fuzz.isForChecker(done)).mutate(generator.program(name));
                mutants.put(name, mutant);
                printed.put(name, mutant.program().print());
                kinds.merge(mutant.what(), 1, Integer::sum);
            }
            Map<String, String> sources = new LinkedHashMap<>();
            printed.forEach((name, printer) -> sources.put(name, printer.toString()));
            Compiled compiled = Fuzz.compile(compiler, done, sources);
            mutants.forEach((name, mutant) -> assertThat(complaint(mutant, printed.get(name), compiled.reportsOf(name)))
                    .as(() -> Fuzz.repeat("FuzzTest") + mutant.what() + "\n" + Fuzz.numbered(sources.get(name)))
                    .isEmpty());
        }
        System.out.printf("%,d wrong programs: %s%n", programs, kinds);
    }

    /** Or else it would mean little that what is accepted behaves. */
    @Test
    void whatIsWrongMisbehavesWhereNobodyRefusesIt() {
        SplittableRandom random = new SplittableRandom(Fuzz.SEED + 2);
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < 3 * Fuzz.AT_ONCE; i++) {
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
        return Fuzz.repeat("FuzzTest") + Fuzz.numbered(sources.getOrDefault(file, ""));
    }
}
